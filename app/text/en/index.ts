import type { AllTexts } from "../texts.ts";
import about from "./about.ts";
import actors from "./actors.ts";
import board from "./board.ts";
import card from "./card.ts";
import chain from "./chain.ts";
import comments from "./comments.ts";
import common from "./common.ts";
import compare from "./compare.ts";
import errors from "./errors.ts";
import findings from "./findings.ts";
import history from "./history.ts";
import overview from "./overview.ts";
import people from "./people.ts";
import reasons from "./reasons.ts";
import search from "./search.ts";
import signIn from "./sign-in.ts";
import vocabulary from "./vocabulary.ts";
import words from "./words.ts";
import workshop from "./workshop.ts";

export default {
  about,
  actors,
  board,
  card,
  chain,
  comments,
  common,
  compare,
  errors,
  findings,
  history,
  overview,
  people,
  reasons,
  search,
  signIn,
  vocabulary,
  words,
  workshop,
} satisfies AllTexts;
