import { randomUUID } from "node:crypto";
import { data, redirect } from "@remix-run/node";
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
  /** The list asks in the background and stays where it is. */
  readonly stays: boolean;
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
    stays: form.get("stay") === "yes",
  };
}

interface Answering {
  readonly findingId: string;
  readonly personId: string;
  readonly form: AnswerForm;
  /** The page to come back to: the same pair in the same list. */
  readonly back: string;
}

/** Records the answer; a refusal brings the note back, so that nothing typed is lost. */
export async function giveAnswer({ db, rooms, now }: Services, { findingId, personId, form, back }: Answering) {
  const { answer, reason, stays, ...about } = form;
  const refuse = (refused: AnswerRefusal) => data({ refused, reason }, { status: 422 });
  if (answer === null) return refuse("answer-missing");
  if (reason.length > REASON_LIMIT) return refuse("reason-long");
  const at = now();
  const result = await recordAnswer(db, { ...about, id: randomUUID(), findingId, personId, answer, reason, now: at });
  if (!result.recorded) return refuse(result.refused);
  const event = { at, personId, action: "finding-answered", subject: findingId } as const;
  await recordAudit(db, { ...event, detail: { organisation: about.organisationId, answer } });
  // Whoever has one of the two boards open sees the pair as it stands now.
  for (const boardId of result.boardIds) rooms.notify(boardId, "findings");
  return stays ? data({ refused: null, reason: "" }) : redirect(back, 303);
}
