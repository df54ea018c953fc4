import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Answer, AnswerRefusal } from "#domain/finding.ts";
import type { FindingRow } from "./data.server.ts";

export type GiveAnswer = (row: FindingRow, given: { answer: Answer; reason: string }) => void;

/** Answers without leaving the list, and says what came of it. */
export function useAnswer(): GiveAnswer {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const fetcher = useFetcher<{ refused: AnswerRefusal | null }>();
  const given = useRef<Answer | null>(null);
  useEffect(() => {
    if (fetcher.state !== "idle" || fetcher.data === undefined || given.current === null) return;
    const { refused } = fetcher.data;
    const answer = word(`answer.${given.current}`).toLowerCase();
    given.current = null;
    showToast({ text: refused === null ? t("answered", { answer }) : t(`answer.refused.${refused}`) });
  }, [fetcher.state, fetcher.data, t, word]);
  return (row, { answer, reason }) => {
    if (row.answerFor === null) return;
    given.current = answer;
    const { aHash, bHash } = row;
    fetcher.submit(
      { answer, reason, organisationId: row.answerFor, aHash, bHash, stay: "yes" },
      { method: "post", action: `/findings/${row.id}` },
    );
  };
}
