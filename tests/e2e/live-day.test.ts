/**
 * A whole day in fast time, from the rehearsal to the report, on one server: a facilitator, a projector, eight phones and thirty-two
 * participants that a program plays. A step begins where the one before ended: after one that failed the rest is not run.
 *
 * `DAY_PICTURES=1` keeps a picture of facilitator, projector and phone at each moment below test-results/pictures.
 */
import { test } from "vitest";
import * as agreeing from "./live-day/agreeing.ts";
import * as arriving from "./live-day/arriving.ts";
import * as checking from "./live-day/checking.ts";
import * as closing from "./live-day/closing.ts";
import { type Day, openDay } from "./live-day/day.ts";
import * as grouping from "./live-day/grouping.ts";
import * as ideas from "./live-day/ideas.ts";
import * as opening from "./live-day/opening.ts";
import * as pausing from "./live-day/pausing.ts";
import * as showing from "./live-day/showing.ts";
import * as voting from "./live-day/voting.ts";
import * as writing from "./live-day/writing.ts";

const day = await openDay();
let isWhole = true;

/** One after the other. */
const then = (name: string, step: (day: Day) => Promise<void>): void =>
  test(name, { timeout: 240_000 }, async ({ skip }) => {
    skip(!isWhole, "a step before it failed");
    isWhole = false;
    await step(day);
    isWhole = true;
  });

then("A1 a rehearsal of the stored agenda ends without an error and leaves no rows", arriving.rehearse);
then("A2 each table's sheet is one page of paper with a QR code", arriving.printSheets);
then("A3 a new phone is in the lobby after a name and three taps, without an e-mail address", arriving.joinByPhone);
then("A4 forty people join, and the wall shows all of them by kommune", arriving.joinTogether);
then("A5 a phone keeps its place when reloaded, and gives it to another phone by a code", arriving.keepOnesPlace);
then("A6 the start moves every screen, and all clocks show the same", opening.begin);
then("A7 a phone shows the own kommune's promises alone, and the wall says where there is no news", opening.lookBack);
then("A8 a year without a figure is a gap in the line and a dash in the table, with source and n", opening.showFigures);
then("during a talk the phone asks, and the wall shows the questions that are put on it", opening.askDuringATalk);
then(
  "A9 until the reveal no frame to any browser holds a word of a note; each table's count rises",
  writing.writeInSecret,
);
then(
  "A10 a note that was typed without network arrives once, and what was half written is still there",
  writing.writeWithoutNetwork,
);
then("A11 of an anonymous note no row of the database says who wrote it", writing.findNoAuthor);
then(
  "A33 the server is killed: all are back at the same step and clock, and all notes are there",
  writing.surviveTheKill,
);
then("A34 a new browser at the projector's address shows what the old one showed", writing.replaceTheProjector);
then(
  "A12 moving, showing, hiding and others' notes are refused to a participant, and nothing has changed",
  showing.refuseParticipants,
);
then("A13 notes are shown lane by lane, and a hidden one reaches no browser", showing.showLaneByLane);
then("A14 two phones move the same note: it has one place, and another table's is out of reach", grouping.moveTheSame);
then("A15 two groups are merged by keyboard alone, and the outcome is read aloud", grouping.mergeByKeyboard);
then("A16 undo takes back one's own last change and nobody else's", grouping.undoOnesOwn);
then("the facilitator shows one group to everybody, and lets go of it", grouping.lookHere);
then("A17 a fourth vote is refused, also when a script sends it", voting.voteWithThreeDots);
then("A18 nobody's browser is told a result before it is shown", voting.voteBlind);
then(
  "A19 a table's host votes for seats 1 to 6, each with its budget, and the votes are counted and marked",
  voting.voteForSeats,
);
then("A20 the result shows votes and the kommuner behind them", voting.showKommunerBehind);
then("A21 what the facilitator tidies up behind a frozen wall is not shown on it", pausing.tidyBehindAFrozenWall);
then("a pair is given to the table of the two kommuner in the break", pausing.givePair);
then("A22 a title like another kommune's initiative shows it, with a reason in words", ideas.writeWhatAnotherHas);
then(
  "A23 an actor is found by a short name, a new one needs its kind, and a note becomes an initiative once",
  ideas.tagActors,
);
then("A35 the facilitator's computer is lost, and the other one takes over in one tap", ideas.takeOver);
then(
  "A25 each table has three pairs; one is proposed by one kommune's answer and confirmed by both",
  checking.answerFromBothSides,
);
then("A26 the wall counts the answered pairs as they are answered", checking.countCoverage);
then(
  "A27 an actor of three kommuner is flagged on the wall, and an empty cell begins an idea with both tags",
  checking.beginWhereNothingIs,
);
then("A28 the second vote is counted raw and balanced as by hand, and a tie is a tie", agreeing.voteTogether);
then(
  "A29 an agreement needs owner, first step and day; saved, it has its origin and stands among the decisions",
  agreeing.promise,
);
then("a question from a phone is answered on the wall and in writing", agreeing.answerAQuestion);
then(
  "A30 the kommune that is called up has its agreements on wall and phones, and one key begins its time anew",
  agreeing.callUp,
);
then("A31 closing keeps every board's version and lets no guest write; the code says that it is closed", closing.close);
then("A32 the report has all its parts, on the page and in a sound file for Word", closing.report);
then("A32 a kommune's edition holds nothing that is another's own", closing.takeHome);
then("the names go when the facilitator has confirmed it, and the guests are out", closing.anonymise);
