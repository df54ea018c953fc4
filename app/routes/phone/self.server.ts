import { randomInt } from "node:crypto";
import type { OwnPlace } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, forbidden, notFound, toScript } from "#app/http/responses.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { offerTransfer } from "#db/queries/live/joining.ts";
import { moveTable, renameGuest, setReady } from "#db/queries/live/participants.ts";
import { makeJoinCode } from "#domain/live/join-code.ts";
import { PARTICIPANT_NAME_LIMIT } from "#domain/live/participant.ts";

interface Posted extends OwnPlace {
  readonly form: FormData;
}

export async function changeSelf(context: Services, posted: Posted): Promise<Response> {
  switch (posted.form.get("intent")) {
    case "ready":
      return sayReady(context, posted);
    case "move-table":
      return changeTable(context, posted);
    case "rename":
      return rename(context, posted);
    case "move-phone":
      return movePhone(context, posted);
    default:
      throw badRequest();
  }
}

/** `item` is the one that runs; an answer to one that is over changes nothing. */
async function sayReady({ db, rooms }: Services, { me, run, form }: Posted): Promise<Response> {
  if (run.closedAt !== null || run.itemId === null || form.get("item") !== run.itemId) return forbidden();
  await setReady(db, { participantId: me.id, itemId: form.get("ready") === "yes" ? run.itemId : null });
  rooms.liveChanged(me.workshopId, "participants");
  return toScript({ done: true });
}

async function changeTable({ db, rooms }: Services, { me, form }: Posted): Promise<Response> {
  const tableId = String(form.get("table") ?? "");
  const { moved } = await moveTable(db, { participantId: me.id, tableId: tableId === "" ? null : tableId });
  if (!moved) return forbidden();
  rooms.liveChanged(me.workshopId);
  return toScript({ done: true });
}

async function rename({ db, rooms, now }: Services, { me, form }: Posted): Promise<Response> {
  const name = String(form.get("name") ?? "")
    .normalize("NFC")
    .trim();
  if (!me.isGuest) throw notFound();
  if (name === "" || name.length > PARTICIPANT_NAME_LIMIT) return forbidden();
  await renameGuest(db, { personId: me.personId, name, now: now() });
  rooms.liveChanged(me.workshopId);
  return toScript({ done: true });
}

/** The code is told once; only its hash is kept. */
async function movePhone({ db, now }: Services, { me }: Posted): Promise<Response> {
  const code = makeJoinCode(randomInt);
  const { offered } = await offerTransfer(db, { codeHash: hashToken(code), participantId: me.id, now: now() });
  if (!offered) throw notFound();
  return toScript({ code });
}
