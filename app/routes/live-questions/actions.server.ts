import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { mendable, requireFacilitating, requireTakingPart, type TakingPart } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, notFound, toScript } from "#app/http/responses.server.ts";
import {
  askQuestion,
  mergeQuestions,
  moveQuestion,
  ownQuestions,
  voteForQuestion,
} from "#db/queries/live/questions.ts";
import type { QuestionAnswer } from "./shapes.ts";

/** What one's own phone shows of the questions beside what everybody sees. */
export async function loadOwnQuestions({ context, params }: LoaderFunctionArgs) {
  const { workshopId, acting } = await requireTakingPart(context, params["workshopId"]);
  return toScript(await ownQuestions(context.db, workshopId, acting.participantId));
}

const SETTLED = z.enum(["on-board", "answering", "answered", "not-answered"]);
const POSTED = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("ask"), id: z.uuid(), text: z.string().default("") }),
  z.object({ intent: z.literal("vote"), question: z.string() }),
  z.object({ intent: z.literal("take-vote-back"), question: z.string() }),
  z.object({
    intent: z.literal("settle"),
    question: z.string(),
    state: SETTLED,
    answer: z.string().optional(),
    reason: z.string().optional(),
  }),
  z.object({ intent: z.literal("merge"), question: z.string(), into: z.string() }),
]);
type Posted = z.output<typeof POSTED>;
type OneOf<Intent extends Posted["intent"]> = Extract<Posted, { intent: Intent }>;

/** `POST intent, …` → `QuestionAnswer`; 422 with why it was not taken. */
export async function actOnQuestions({ request, context, params }: ActionFunctionArgs) {
  const place = await requireTakingPart(context, params["workshopId"]);
  const read = readForm(await request.formData(), POSTED);
  if (!read.ok) throw badRequest();
  const problem = await act(context, place, read.value);
  if (problem !== null) return toScript({ problem } satisfies QuestionAnswer, 422);
  context.rooms.liveChanged(place.workshopId);
  return toScript({ problem } satisfies QuestionAnswer);
}

async function act(context: Services, place: TakingPart, posted: Posted): Promise<QuestionAnswer["problem"]> {
  switch (posted.intent) {
    case "ask":
      return asked(context, place, posted);
    case "vote":
    case "take-vote-back":
      return voted(context, place, posted);
    case "settle":
      return settled(context, place, posted);
    case "merge":
      return merged(context, place, posted);
  }
}

async function asked({ db, now }: Services, { workshopId, acting }: TakingPart, { id, text }: OneOf<"ask">) {
  const result = await askQuestion(db, acting, { id, workshopId, text, now: now() });
  return "refused" in result ? mendable(result.refused) : null;
}

async function voted({ db }: Services, { workshopId, acting }: TakingPart, posted: OneOf<"vote" | "take-vote-back">) {
  const vote = { workshopId, questionId: posted.question, wants: posted.intent === "vote" };
  const result = await voteForQuestion(db, acting, vote);
  return "refused" in result ? known(mendable(result.refused)) : null;
}

async function settled({ db }: Services, place: TakingPart, { question: questionId, ...settling }: OneOf<"settle">) {
  requireFacilitating(place);
  const { state, answer, reason } = settling;
  const words = { ...(answer !== undefined && { answer }), ...(reason !== undefined && { reason }) };
  const result = await moveQuestion(db, { workshopId: place.workshopId, questionId, state, ...words });
  return "refused" in result ? known(mendable(result.refused)) : null;
}

async function merged({ db }: Services, place: TakingPart, { question: questionId, into: intoId }: OneOf<"merge">) {
  requireFacilitating(place);
  const result = await mergeQuestions(db, { workshopId: place.workshopId, questionId, intoId });
  return "refused" in result ? known(mendable(result.refused)) : null;
}

function known<Refusal extends string>(refused: Refusal): Exclude<Refusal, "unknown"> {
  if (refused === "unknown") throw notFound();
  return refused as Exclude<Refusal, "unknown">;
}
