import { useRevalidator } from "@remix-run/react";
import { showToast } from "#app/components/toast.tsx";
import { ask } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type Answer, type AnswerRefusal, type Cause, REASON_LIMIT } from "#domain/finding.ts";
import type { FindingRow } from "./data.server.ts";

export interface Given {
  readonly answer: Answer;
  readonly cause: Cause | null;
  readonly reason: string;
}

/** Answers, or suggests an answer, without leaving the list. Resolves with the sentence that says why not, or with null. */
export type GiveAnswer = (row: FindingRow, given: Given) => Promise<string | null>;

/** Each answer is a question of its own to the server: giving the next one does not wait for the last. */
export function useAnswer(): GiveAnswer {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const { t: common } = useTranslation("common");
  const { revalidate } = useRevalidator();
  return async (row, given) => {
    const reply = await send(row, given);
    if (!reply.ok) return common(`withoutAnswer.${reply.because}`);
    // Also what was refused: the texts may be others now.
    revalidate();
    const { refused } = reply.value;
    if (refused !== null) return t(`answer.refused.${refused}`, { limit: REASON_LIMIT });
    const kept = row.answerFor === null ? "assess.kept" : "answered";
    showToast({ text: t(kept, { answer: word(`answer.${given.answer}`).toLowerCase() }) });
    return null;
  };
}

const send = ({ id, aHash, bHash, answerFor }: FindingRow, { cause, ...given }: Given) =>
  ask<{ refused: AnswerRefusal | null }>(`/findings/${id}/answer`, {
    method: "POST",
    body: new URLSearchParams({
      ...given,
      cause: cause ?? "",
      ...(answerFor === null ? { intent: "assess" } : { organisationId: answerFor }),
      aHash,
      bHash,
    }),
  });
