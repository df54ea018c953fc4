import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requiredText } from "#app/http/forms.server.ts";
import type { OwnPlace } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, forbidden } from "#app/http/responses.server.ts";
import type { Language } from "#app/text/texts.ts";
import { loadRegistry, proposeActor } from "#db/queries/actors.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { boardSubject } from "#db/queries/boards.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import {
  boardOfKommune,
  findOrigin,
  forgetOrigin,
  ideasSince,
  keepOrigin,
  type Origin,
  type WrittenIdea,
} from "#db/queries/live/ideas.ts";
import { ACTOR_NAME_LIMIT, ACTOR_TYPES } from "#domain/actor.ts";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { initiativeIds } from "#domain/board-doc/snapshot.ts";
import { type ActorTag, CHAIN_LINKS, TITLE_PAGE_LIMIT } from "#domain/initiative.ts";
import { can } from "#domain/permissions.ts";
import { isTerm, type Term, termsOf } from "#domain/vocabulary.ts";

export interface IdeasAtHand {
  /** Null for those who are here for no kommune, and for a kommune without a board. */
  readonly boardId: string | null;
  readonly ideas: readonly WrittenIdea[];
  readonly terms: { readonly professions: readonly Term[]; readonly targetGroups: readonly Term[] };
}

export async function ideasAtHand({ db }: Services, { me, run }: OwnPlace, language: Language): Promise<IdeasAtHand> {
  const boardId = await boardOfKommune(db, me);
  const item = (await listAgenda(db, me.workshopId)).find(({ id }) => id === run.itemId);
  const since = item?.startedAt ?? Number.MAX_SAFE_INTEGER;
  const terms = {
    professions: termsOf("professions", language),
    targetGroups: termsOf("targetGroups", language),
  };
  return { boardId, ideas: boardId === null ? [] : await ideasSince(db, boardId, since), terms };
}

const MOST_ACTORS = 12;
const wrong = { missing: "", tooLong: "" };
const ideaShape = z.object({
  /** Made on the phone: sent twice, it is one idea. */
  id: z.uuid(),
  title: requiredText(TITLE_PAGE_LIMIT, wrong),
  actors: z.array(z.string().max(64)).max(MOST_ACTORS),
  newActors: z
    .array(z.object({ name: requiredText(ACTOR_NAME_LIMIT, wrong), type: z.enum(ACTOR_TYPES) }))
    .max(MOST_ACTORS),
  profession: z.string().refine((id) => id === "" || isTerm("professions", id)),
  targetGroup: z.string().refine((id) => id === "" || isTerm("targetGroups", id)),
  chainLink: z.union([z.literal(""), z.enum(CHAIN_LINKS)]),
  originId: z.string().max(64).nullable(),
});
type Idea = z.output<typeof ideaShape>;

export interface AddedIdea {
  /** Null when the note or group had become an initiative before. */
  readonly idea: Omit<WrittenIdea, "title"> | null;
  readonly first: Omit<WrittenIdea, "title"> | null;
}

/** @throws Response 403 where one may not write on the board now */
export async function addIdea(
  context: Services,
  { me, form }: OwnPlace & { readonly form: FormData },
): Promise<AddedIdea> {
  const boardId = await boardToWrite(context, me);
  const read = ideaShape.safeParse(jsonIn(form));
  if (!read.success) throw badRequest();
  const idea = read.data;
  const { originId } = idea;
  const origin = originId === null ? null : await findOrigin(context.db, me.workshopId, originId);
  if (originId !== null && origin === null) throw badRequest();
  const written = { boardId, initiativeId: idea.id };
  const write = () => writeIdea(context, { ...written, idea, origin, personId: me.personId });
  const becomes = originId === null || origin === null ? null : { originId, origin, workshopId: me.workshopId };
  const first = becomes === null ? await write() : await becoming(context, { ...written, ...becomes, write });
  if (first !== null) return { idea: null, first };
  await context.rooms.settle();
  context.rooms.liveChanged(me.workshopId);
  return { idea: written, first: null };
}

/** The board of one's kommune, for those who may write on it while the agenda is where it is. */
async function boardToWrite({ db, session }: Services, me: OwnPlace["me"]): Promise<string> {
  const boardId = await boardOfKommune(db, me);
  const board = boardId === null ? null : await boardSubject(db, boardId);
  if (board === null || !can(session?.person ?? null, "board.write", board)) throw forbidden();
  return board.id;
}

interface Writing {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly idea: Idea;
  readonly origin: Origin | null;
  readonly personId: string;
}

async function writeIdea(context: Services, { boardId, initiativeId, idea, origin, personId }: Writing): Promise<null> {
  const actors = await actorsOf(context, personId, idea);
  const description = richTextFromPlain(origin === null ? "" : origin.texts.join("\n"));
  const { title } = idea;
  await context.rooms.edit(boardId, personId, (doc) => {
    if (initiativeIds(doc).includes(initiativeId)) return;
    addInitiative(doc, { id: initiativeId, title, status: "idea", description, actors, tags: tagsOf(idea) });
  });
  return null;
}

interface Becoming {
  readonly originId: string;
  readonly origin: Origin;
  readonly workshopId: string;
  readonly boardId: string;
  readonly initiativeId: string;
  readonly write: () => Promise<null>;
}

/** Written down first, so that of two who do it at once one is told of the other's. @returns what it had become already */
async function becoming({ db, now }: Services, { write, ...become }: Becoming) {
  const kept = await keepOrigin(db, { ...become, at: now() });
  if (!kept.kept && kept.first.initiativeId !== become.initiativeId) return kept.first;
  try {
    await write();
  } catch (error) {
    await forgetOrigin(db, become.originId);
    throw error;
  }
  return null;
}

function jsonIn(form: FormData): unknown {
  try {
    return JSON.parse(String(form.get("idea") ?? ""));
  } catch {
    return null;
  }
}

const tagsOf = ({ profession, targetGroup, chainLink }: Idea) => ({
  professions: profession === "" ? [] : [profession],
  targetGroups: targetGroup === "" ? [] : [targetGroup],
  chainLinks: chainLink === "" ? [] : [chainLink],
});

/** Those of the registry, and new ones with their type, which the stewards look at. */
async function actorsOf({ db, now, synergy }: Services, personId: string, idea: Idea): Promise<ActorTag[]> {
  const registry = await loadRegistry(db);
  const known = idea.actors.filter((id) => registry.get(id) !== undefined);
  const proposed = await Promise.all(
    idea.newActors.map(async (actor) => {
      const { id, created } = await proposeActor(db, { ...actor, id: randomUUID(), now: now() });
      if (created) await recordAudit(db, { at: now(), personId, action: "actor-proposed", subject: id });
      return id;
    }),
  );
  if (proposed.length > 0) await synergy.actorsChanged();
  return [...new Set([...known, ...proposed])].map((actorId) => ({ actorId, role: "contributor" }));
}
