import type { OwnPlace } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, forbidden } from "#app/http/responses.server.ts";
import { castVote, ownVotes } from "#db/queries/live/ballots.ts";
import { PROXY_SEATS } from "#domain/live/participant.ts";

/** By target id. */
export type Votes = Readonly<Record<string, number>>;

export interface VotesAtHand {
  readonly own: Votes;
  /** By seat, for the host of a table. */
  readonly seats: Readonly<Record<string, Votes>>;
}

export async function votesOf({ db }: Services, { me, run }: OwnPlace): Promise<VotesAtHand> {
  const ballot = { workshopId: me.workshopId, itemId: run.itemId ?? "" };
  const of = (seat?: number) =>
    ownVotes(db, { ...ballot, voter: { participantId: me.id, ...(seat !== undefined && { seat }) } });
  const hosted = me.isHost ? PROXY_SEATS : [];
  const seats = await Promise.all(hosted.map(async (seat) => [String(seat), await of(seat)] as const));
  return { own: await of(), seats: Object.fromEntries(seats) };
}

interface Casting extends OwnPlace {
  readonly form: FormData;
}

/** @throws Response 403 for a vote too many, a target or a seat that is none of theirs, and when the ballot is not open */
export async function cast({ db, rooms }: Services, { me, form }: Casting): Promise<{ left: number }> {
  const field = (name: string) => String(form.get(name) ?? "");
  const votes = Number(field("votes"));
  if (!Number.isInteger(votes) || field("votes") === "") throw badRequest();
  const seat = form.has("seat") ? { seat: Number(field("seat")) } : {};
  const result = await castVote(db, {
    workshopId: me.workshopId,
    itemId: field("item"),
    voter: { participantId: me.id, ...seat },
    targetId: field("target"),
    votes,
  });
  if (!result.cast) throw forbidden();
  rooms.liveChanged(me.workshopId, "voters");
  return { left: result.left };
}
