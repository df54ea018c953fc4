import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { CauseField } from "#app/components/cause-field.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { SelectField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { ANSWERS, type Answer, type Cause, needsReason, REASON_LIMIT } from "#domain/finding.ts";
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
  const [cause, setCause] = useState<Cause | null>(null);
  const [reason, setReason] = useState("");
  const [isSaving, setSaving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const isMissing = needsReason(chosen) && cause === null && reason.trim() === "";
  /** The box closes when the answer is kept, and not before: the note is in it. */
  const save = async () => {
    if (isMissing) return setRefused(t("answer.refused.reason-missing"));
    setSaving(true);
    const problem = await answer(row, { answer: chosen, cause, reason });
    setSaving(false);
    if (problem === null) onClose();
    else setRefused(problem);
  };
  return (
    <Dialog heading={t(row.answerFor === null ? "assess.dialog" : "dialog.heading")} isOpen onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
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
        <CauseField legend={t("answer.cause")} value={cause} onChange={setCause} />
        <NoteField
          label={t("answer.reason")}
          hint={t("answer.reasonHint")}
          value={reason}
          onChange={setReason}
          maxLength={REASON_LIMIT}
          rows={4}
          error={refused ?? undefined}
        />
        <Button type="submit" tone="primary" isDisabled={isSaving}>
          {t("dialog.submit")}
        </Button>
      </form>
    </Dialog>
  );
}
