import { randomUUID } from "node:crypto";
import { requireCan } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { type AuditAction, recordAudit } from "#db/queries/audit.ts";
import {
  type AnswerResult,
  changeKind,
  type Remark,
  recordAnswer,
  recordAssessment,
} from "#db/queries/finding-answers.ts";
import type { FindingWithReasons } from "#db/queries/findings.ts";
import {
  ANSWERS,
  type Answer,
  type AnswerRefusal,
  CAUSES,
  type Cause,
  FINDING_KINDS,
  type FindingKind,
  REASON_LIMIT,
} from "#domain/finding.ts";
import { findingSubject } from "./data.server.ts";

export interface RemarkForm {
  readonly intent: string;
  readonly answer: Answer | null;
  readonly kind: FindingKind | null;
  readonly cause: Cause | null;
  readonly organisationId: string;
  readonly reason: string;
  readonly aHash: string;
  readonly bHash: string;
}

export function readRemarkForm(form: FormData): RemarkForm {
  const text = (name: string) => String(form.get(name) ?? "");
  const oneOf = <T extends string>(values: readonly T[], name: string) =>
    values.find((value) => value === form.get(name)) ?? null;
  return {
    intent: text("intent"),
    answer: oneOf(ANSWERS, "answer"),
    kind: oneOf(FINDING_KINDS, "kind"),
    cause: oneOf(CAUSES, "cause"),
    organisationId: text("organisationId"),
    reason: text("reason").normalize("NFC").replaceAll("\r\n", "\n"),
    aHash: text("aHash"),
    bHash: text("bHash"),
  };
}

interface Remarking {
  readonly finding: FindingWithReasons;
  readonly personId: string;
  readonly form: RemarkForm;
}

/** An answer for a kommune, a suggestion to both, or another kind: for those who may. @returns why not, or null */
export async function remark(context: Services, remarking: Remarking): Promise<AnswerRefusal | null> {
  const { finding, form } = remarking;
  const subject = await findingSubject(context, finding, form.organisationId);
  switch (form.intent) {
    case "":
      requireCan(context, "finding.answer", subject);
      return answer(context, remarking);
    case "assess":
      requireCan(context, "finding.assess", subject);
      return assess(context, remarking);
    case "change-kind":
      requireCan(context, "finding.change-kind", subject);
      return giveKind(context, remarking);
    default:
      throw badRequest();
  }
}

async function answer(context: Services, remarking: Remarking): Promise<AnswerRefusal | null> {
  const { answer: given, organisationId } = remarking.form;
  if (given === null) return "answer-missing";
  return record(context, remarking, {
    action: "finding-answered",
    detail: { organisation: organisationId, answer: given },
    write: (about) => recordAnswer(context.db, { ...about, organisationId, answer: given }),
  });
}

async function assess(context: Services, remarking: Remarking): Promise<AnswerRefusal | null> {
  const { answer: suggested } = remarking.form;
  if (suggested === null) return "answer-missing";
  return record(context, remarking, {
    action: "finding-assessed",
    detail: { answer: suggested },
    write: (about) => recordAssessment(context.db, { ...about, answer: suggested }),
  });
}

async function giveKind(context: Services, remarking: Remarking): Promise<AnswerRefusal | null> {
  const { kind } = remarking.form;
  if (kind === null) return "kind-missing";
  return record(context, remarking, {
    action: "finding-kind-changed",
    detail: { from: remarking.finding.kind, kind },
    write: (about) => changeKind(context.db, { ...about, kind }),
  });
}

interface Recording {
  readonly action: AuditAction;
  readonly detail: Readonly<Record<string, string>>;
  readonly write: (about: Remark) => Promise<AnswerResult>;
}

/** Records it, writes down that it was done, and tells whoever has one of the two boards open. */
async function record(
  { db, rooms, now }: Services,
  { finding, personId, form: { reason, cause, aHash, bHash } }: Remarking,
  { action, detail, write }: Recording,
): Promise<AnswerRefusal | null> {
  if (reason.length > REASON_LIMIT) return "reason-long";
  const at = now();
  const result = await write({
    id: randomUUID(),
    findingId: finding.id,
    personId,
    reason,
    cause,
    aHash,
    bHash,
    now: at,
  });
  if (!result.recorded) return result.refused;
  await recordAudit(db, { at, personId, action, subject: finding.id, detail });
  for (const boardId of result.boardIds) rooms.notify(boardId, "findings");
  return null;
}
