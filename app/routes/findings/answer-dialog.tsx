import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { SelectField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { ANSWERS, type Answer, needsReason, REASON_LIMIT } from "#domain/finding.ts";
import type { FindingRow } from "./data.server.ts";
import type { GiveAnswer } from "./use-answer.ts";

export interface AnswerDialogProps {
  readonly row: FindingRow;
  readonly answer: GiveAnswer;
  readonly onClose: () => void;
}

/** An answer with a note; the way to say no, which must be explained. */
export function AnswerDialog({ row, answer, onClose }: AnswerDialogProps) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const [chosen, setChosen] = useState<Answer>("unrelated");
  const [reason, setReason] = useState("");
  const [isRefused, setIsRefused] = useState(false);
  const save = () => {
    const isMissing = needsReason(chosen) && reason.trim() === "";
    setIsRefused(isMissing);
    if (isMissing) return;
    answer(row, { answer: chosen, reason });
    onClose();
  };
  return (
    <Dialog heading={t("dialog.heading")} isOpen onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="text-muted">
          «{row.a.title}» {t("and")} «{row.b.title}»
        </p>
        <SelectField
          label={t("dialog.answer")}
          value={chosen}
          options={ANSWERS.map((value) => ({ value, label: word(`answer.${value}`) }))}
          onChange={(value) => setChosen(ANSWERS.find((one) => one === value) ?? "unrelated")}
        />
        <NoteField
          label={t("answer.reason")}
          hint={t("answer.reasonHint")}
          value={reason}
          onChange={setReason}
          maxLength={REASON_LIMIT}
          rows={4}
          error={isRefused ? t("answer.refused.reason-missing") : undefined}
        />
        <Button type="submit" tone="primary">
          {t("dialog.submit")}
        </Button>
      </form>
    </Dialog>
  );
}
