import type { AllTexts } from "../texts.ts";
import about from "./about.ts";
import actors from "./actors.ts";
import after from "./after.ts";
import agenda from "./agenda.ts";
import board from "./board.ts";
import card from "./card.ts";
import chain from "./chain.ts";
import comments from "./comments.ts";
import common from "./common.ts";
import compare from "./compare.ts";
import errors from "./errors.ts";
import findings from "./findings.ts";
import history from "./history.ts";
import joining from "./joining.ts";
import live from "./live.ts";
import overview from "./overview.ts";
import people from "./people.ts";
import phone from "./phone.ts";
import reasons from "./reasons.ts";
import rehearsal from "./rehearsal.ts";
import report from "./report.ts";
import screen from "./screen.ts";
import search from "./search.ts";
import signIn from "./sign-in.ts";
import stage from "./stage.ts";
import vocabulary from "./vocabulary.ts";
import words from "./words.ts";
import workshop from "./workshop.ts";

export default {
  about,
  actors,
  after,
  agenda,
  board,
  card,
  chain,
  comments,
  common,
  compare,
  errors,
  findings,
  history,
  joining,
  live,
  overview,
  people,
  phone,
  reasons,
  report,
  rehearsal,
  screen,
  search,
  signIn,
  stage,
  vocabulary,
  words,
  workshop,
} satisfies AllTexts;
