import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { mendable, type TakingPart } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { saveCommitment, sayStatus } from "#db/queries/live/commitments.ts";
import { findOrganisation } from "#db/queries/organisations.ts";
import { toWallClock } from "#domain/danish-time.ts";
import {
  COMMITMENT_LIMITS,
  COMMITMENT_STATUSES,
  type CommitmentProblems,
  readPartners,
} from "#domain/live/commitment.ts";

interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly place: TakingPart;
  readonly form: FormData;
}

/** Fields that are missing are no error of the address: what is wrong with them is said. */
const written = z.string().trim().default("");
const AGREEMENT = z.object({
  id: z.uuid(),
  what: written,
  owner: written,
  partners: written,
  firstStep: written,
  due: written,
  origin: written,
});

export async function saveAgreement({ context, request, place, form }: Posted): Promise<CommitmentProblems> {
  const read = readForm(form, AGREEMENT);
  if (!read.ok) throw badRequest();
  const { db, rooms } = context;
  const { workshopId, acting } = place;
  const { id, what, owner: ownerId, partners, firstStep, due, origin } = read.value;
  const now = context.now();
  const municipality = (await findOrganisation(db, ownerId))?.name ?? "";
  const result = await saveCommitment(db, acting, {
    ...{ id, workshopId, what, ownerId, firstStep, due, now },
    partners: readPartners(partners),
    originId: origin === "" ? null : origin,
    decision: textsOf(request, context, "after")("decisionOfCommitment", { municipality, what }),
    today: toWallClock(now).day,
  });
  if ("saved" in result) {
    rooms.liveChanged(workshopId);
    return {};
  }
  mendable(result.refused);
  return "problems" in result ? result.problems : {};
}

const STATUS = z.object({
  commitment: z.string(),
  /** Empty takes back what was said. */
  status: z.union([z.enum(COMMITMENT_STATUSES), z.literal("").transform(() => null)]),
  remark: z.string().trim().max(COMMITMENT_LIMITS.remark).default(""),
});

/** "Siden sidst". */
export async function saySince({ context, place: { workshopId, acting }, form }: Posted): Promise<void> {
  const read = readForm(form, STATUS);
  if (!read.ok) throw badRequest();
  const { commitment: commitmentId, status, remark } = read.value;
  const said = { workshopId, commitmentId, status, remark, now: context.now() };
  const result = await sayStatus(context.db, acting, said);
  if ("refused" in result) mendable(result.refused);
  context.rooms.liveChanged(workshopId);
}
