import { randomInt, randomUUID } from "node:crypto";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import type { Database } from "#db/client.ts";
import { keepVersionsOfWorkshop } from "#db/queries/board-versions.ts";
import { guestAccessIn } from "#db/queries/boards.ts";
import { dealFindings } from "#db/queries/live/dealing.ts";
import { type By, giveLead, heartbeat, type Move, takeOver } from "#db/queries/live/lead.ts";
import { closeRun, openRun, reopenRun, rotateCode } from "#db/queries/live/opening.ts";
import { setHost } from "#db/queries/live/participants.ts";
import { pointOut } from "#db/queries/live/pointing.ts";
import { hideNote } from "#db/queries/live/reveal.ts";
import { setBallotCount, showNotes, showResult } from "#db/queries/live/showing.ts";
import {
  back,
  extendBy,
  gatherTables,
  goTo,
  type Moved,
  next,
  setBlack,
  setFrozen,
  setPaused,
  setSkipped,
  setSpotlight,
  undoMove,
} from "#db/queries/live/stage.ts";
import { BALLOT_COUNTS } from "#domain/live/ballot.ts";
import type { StageRefusal } from "#domain/live/stage-move.ts";

const idOrNone = z.string().transform((id) => (id === "" ? null : id));
const isOn = z.enum(["yes", "no"]).transform((value) => value === "yes");
const DONE = { done: true } as const;

/** What is posted with an intent, and what it does. */
const intent = <S extends z.ZodObject>(
  fields: S,
  run: (db: Database, by: Move, form: z.output<S>) => Promise<Moved>,
) => ({
  run: async (db: Database, by: Move, form: FormData) => {
    const read = readForm(form, fields);
    if (!read.ok) throw badRequest();
    return run(db, by, read.value);
  },
});
const nothing = z.object({});

const INTENTS = {
  open: intent(nothing, (db, by) => openRun(db, by, randomInt).then(() => DONE)),
  "change-code": intent(nothing, (db, by) => rotateCode(db, by, randomInt)),
  next: intent(z.object({ from: idOrNone }), (db, by, { from }) => next(db, by, from)),
  back: intent(z.object({ from: idOrNone }), (db, by, { from }) => back(db, by, from)),
  "go-to": intent(z.object({ itemId: z.string() }), (db, by, { itemId }) => goTo(db, by, itemId)),
  skip: intent(z.object({ itemId: z.string(), on: isOn }), (db, by, { itemId, on }) =>
    setSkipped(db, by, { itemId, isSkipped: on }),
  ),
  pause: intent(z.object({ on: isOn }), (db, by, { on }) => setPaused(db, by, on)),
  extend: intent(z.object({ minutes: z.enum(["-1", "1", "5"]) }), (db, by, { minutes }) =>
    extendBy(db, by, Number(minutes)),
  ),
  spotlight: intent(z.object({ organisationId: idOrNone }), (db, by, { organisationId }) =>
    setSpotlight(db, by, organisationId),
  ),
  "point-out": intent(z.object({ cardId: idOrNone }), (db, by, { cardId }) => pointOut(db, by, cardId)),
  "show-notes": intent(z.object({ itemId: z.string(), laneId: idOrNone }), (db, by, what) => showNotes(db, by, what)),
  "hide-note": intent(z.object({ noteId: z.string(), on: isOn }), (db, { at: now, ...by }, { noteId, on }) =>
    hideNote(db, { ...by, now, noteId, isHidden: on }).then(() => DONE),
  ),
  "show-result": intent(
    z.object({
      itemId: z.string(),
      how: z.enum(["all", "step"]).default("all"),
      from: z.coerce.number().int().default(0),
    }),
    (db, by, what) => showResult(db, by, what),
  ),
  "count-by": intent(z.object({ itemId: z.string(), count: z.enum(BALLOT_COUNTS) }), (db, by, what) =>
    setBallotCount(db, by, what),
  ),
  gather: intent(z.object({ on: isOn }), (db, by, { on }) => gatherTables(db, by, on)),
  black: intent(z.object({ on: isOn }), (db, by, { on }) => setBlack(db, by, on)),
  freeze: intent(z.object({ on: isOn }), (db, by, { on }) => setFrozen(db, by, on)),
  undo: intent(nothing, (db, by) => undoMove(db, by)),
  host: intent(z.object({ participantId: z.string(), on: isOn }), (db, { workshopId }, { participantId, on }) =>
    setHost(db, { workshopId, participantId, isHost: on }).then(() => DONE),
  ),
  "take-over": intent(nothing, (db, by) => takeOver(db, by)),
  "give-lead": intent(z.object({ personId: z.string() }), (db, by, { personId }) => giveLead(db, by, personId)),
  close: intent(nothing, (db, by) => closeRun(db, by)),
  reopen: intent(nothing, (db, by) => reopenRun(db, by)),
};
type Intent = keyof typeof INTENTS;

interface Acting {
  readonly personId: string;
  readonly workshopId: string;
  readonly form: FormData;
}

/** What follows from it must not be guessed. */
const random = (): number => randomInt(2 ** 32) / 2 ** 32;

/** @returns why nothing was done, or null */
export async function act(context: Services, { personId, workshopId, form }: Acting): Promise<StageRefusal | null> {
  const asked = String(form.get("intent"));
  const by = { workshopId, personId, at: context.now(), random };
  if (asked === "heartbeat") {
    // Everybody would be told every five seconds; those whom it concerns ask for it.
    await heartbeat(context.db, by);
    return null;
  }
  if (!Object.hasOwn(INTENTS, asked)) throw badRequest();
  const guestsMay = () => JSON.stringify(guestAccessIn(context.db, workshopId));
  const before = guestsMay();
  const moved = await INTENTS[asked as Intent].run(context.db, by, form);
  if ("refused" in moved) return moved.refused;
  if (moved.began?.kind === "synergy-check") await dealFindings(context.db, by);
  context.rooms.liveChanged(workshopId);
  if (guestsMay() !== before) context.rooms.accessChanged();
  const began = asked === "close" ? "closing" : moved.began?.title;
  if (began !== undefined) await keepVersions(context, by, began);
  return null;
}

/** What the item before brought about stays to go back to. The room is told first: it should not wait for this. */
async function keepVersions(context: Services, { workshopId, personId, at }: By, phase: string): Promise<void> {
  await context.rooms.settle();
  await keepVersionsOfWorkshop(context.db, { workshopId, phase, personId, at, newId: randomUUID });
}
