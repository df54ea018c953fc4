/** What a kommune's administrator decides about a board as a whole. */
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { requireCan } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest, notFound, unprocessable } from "#app/http/responses.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { boardSubject, deletedBoardSubject, setVisibility } from "#db/queries/boards.ts";
import { bringBoardBack, deleteBoard } from "#db/queries/deleted-boards.ts";
import { BOARD_VISIBILITIES } from "#domain/organisation.ts";
import type { BoardSubject } from "#domain/permissions.ts";
import { back, type OrganisationPosted, type Posted } from "./actions.server.ts";

/** The one place where it is said who may read a board. */
export async function changeVisibility({ context, person, organisation, form }: Posted) {
  const read = readForm(form, z.object({ boardId: z.string(), visibility: z.enum(BOARD_VISIBILITIES) }));
  if (!read.ok) throw badRequest();
  const { boardId, visibility } = read.value;
  requireCan(context, "board.set-visibility", ofOrganisation(organisation, await boardSubject(context.db, boardId)));
  await setVisibility(context.db, boardId, visibility);
  const event = { at: context.now(), personId: person.id, action: "board-visibility", subject: boardId } as const;
  await recordAudit(context.db, { ...event, detail: { visibility } });
  context.rooms.accessChanged(boardId);
  return back(organisation);
}

/** A board of another organisation has another page. */
const ofOrganisation = ({ id }: Posted["organisation"], board: BoardSubject | null): BoardSubject | null =>
  board?.organisationId === id ? board : null;

/** Away at once for everybody; asked for in a step of its own, and to be brought back for a while. */
export async function removeBoard({ context, person, organisation, form }: Posted) {
  const { db, rooms, synergy } = context;
  const boardId = String(form.get("boardId"));
  // Pressed twice, it is deleted once.
  const subject = (await boardSubject(db, boardId)) ?? (await deletedBoardSubject(db, boardId));
  requireCan(context, "board.delete", ofOrganisation(organisation, subject));
  // What people have been told is saved is in the rows too when the board comes back.
  await rooms.settle();
  const now = context.now();
  const { deleted } = await deleteBoard(db, { boardId, now });
  if (!deleted) return back(organisation);
  rooms.boardGone(boardId);
  await recordAudit(db, { at: now, personId: person.id, action: "board-deleted", subject: boardId });
  await synergy.boardChanged(boardId);
  return back(organisation);
}

/** As it was, in a room with another name: what is open under the old one stays closed. */
export async function bringBack({ context, request, person, organisation, form }: Posted) {
  const boardId = String(form.get("boardId"));
  const subject = await deletedBoardSubject(context.db, boardId);
  requireCan(context, "board.delete", ofOrganisation(organisation, subject));
  const now = context.now();
  const result = await bringBoardBack(context.db, { boardId, now });
  if (!result.back) {
    if (result.refused === "unknown") throw notFound();
    const boardRefused = textsOf(request, context, "people")(`organisation.notBack.${result.refused}`);
    return unprocessable<OrganisationPosted>({ boardRefused });
  }
  await recordAudit(context.db, { at: now, personId: person.id, action: "board-brought-back", subject: boardId });
  await context.synergy.boardChanged(boardId);
  return back(organisation);
}
