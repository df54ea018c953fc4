import { randomUUID } from "node:crypto";
import type { Services } from "#app/http/load-context.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { type Answer, type AnswerRefusal, isAnswer, REASON_LIMIT } from "#domain/finding.ts";

export interface AnswerForm {
  readonly answer: Answer | null;
  readonly organisationId: string;
  readonly reason: string;
  readonly aHash: string;
  readonly bHash: string;
}

export function readAnswerForm(form: FormData): AnswerForm {
  const text = (name: string) => String(form.get(name) ?? "");
  const answer = form.get("answer");
  return {
    answer: isAnswer(answer) ? answer : null,
    organisationId: text("organisationId"),
    reason: text("reason").normalize("NFC").replaceAll("\r\n", "\n"),
    aHash: text("aHash"),
    bHash: text("bHash"),
  };
}

interface Answering {
  readonly findingId: string;
  readonly personId: string;
  readonly form: AnswerForm;
}

/** Records the answer, writes it down and tells whoever has one of the two boards open. @returns why not, or null */
export async function giveAnswer(
  { db, rooms, now }: Services,
  { findingId, personId, form: { answer, reason, ...about } }: Answering,
): Promise<AnswerRefusal | null> {
  if (answer === null) return "answer-missing";
  if (reason.length > REASON_LIMIT) return "reason-long";
  const at = now();
  const result = await recordAnswer(db, { ...about, id: randomUUID(), findingId, personId, answer, reason, now: at });
  if (!result.recorded) return result.refused;
  const event = { at, personId, action: "finding-answered", subject: findingId } as const;
  await recordAudit(db, { ...event, detail: { organisation: about.organisationId, answer } });
  for (const boardId of result.boardIds) rooms.notify(boardId, "findings");
  return null;
}
