import { type FormEvent, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { COMMITMENT_FIELDS, COMMITMENT_LIMITS, type CommitmentProblems } from "#domain/live/commitment.ts";
import { newId } from "./new-id.ts";
import type { OwnedCommitment } from "./owners.ts";
import { send } from "./send.ts";
import { UnsentNote } from "./unsent-note.tsx";

export interface CommitmentFormProps {
  readonly workshopId: string;
  /** The kommuner that one may promise for; a single one is not asked for. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  /** What an agreement may come from. */
  readonly origins: readonly { readonly id: string; readonly text: string }[];
  /** The agreement that is changed; without one it is new. */
  readonly changes?: OwnedCommitment | undefined;
  readonly onSaved: () => void;
}

type Because = "signed-out" | "refused" | "unreachable" | "too-late";

/** Who, what, with whom, first step, when. What was typed stays until the server has it. */
export function CommitmentForm({ workshopId, owners, origins, changes, onSaved }: CommitmentFormProps) {
  const { t } = useTranslation("after");
  const [problems, setProblems] = useState<CommitmentProblems>({});
  const [unsent, setUnsent] = useState<Because | null>(null);
  // One id until it is saved: sent twice, it is one agreement.
  const id = useRef(changes?.id ?? null);
  const errorOf = (field: keyof CommitmentProblems) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    return problem === "too-long" && field !== "partners"
      ? t("commitment.problem.tooLong")
      : t(`commitment.problem.${field}`);
  };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    id.current ??= newId();
    const fields = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    const reply = await send<{ problems: CommitmentProblems }>(`/live/${workshopId}/commitments`, {
      ...fields,
      intent: "save",
      id: id.current,
    });
    setUnsent(reply.ok ? null : reply.because);
    const found = reply.ok ? reply.value.problems : {};
    setProblems(found);
    if (reply.ok && COMMITMENT_FIELDS.every((field) => found[field] === undefined)) onSaved();
  };
  return (
    <form onSubmit={save} noValidate className="grid gap-3">
      <NoteField
        name="what"
        label={t("commitment.what")}
        rows={2}
        maxLength={COMMITMENT_LIMITS.what}
        defaultValue={changes?.what}
        error={errorOf("what")}
      />
      <OwnerField owners={owners} chosen={changes?.ownerId} error={errorOf("ownerId")} />
      <TextField
        name="firstStep"
        label={t("commitment.firstStep")}
        rows={2}
        maxLength={COMMITMENT_LIMITS.firstStep}
        defaultValue={changes?.firstStep}
        error={errorOf("firstStep")}
      />
      <TextField
        name="due"
        type="date"
        label={t("commitment.due")}
        defaultValue={changes?.due}
        error={errorOf("due")}
      />
      <TextField
        name="partners"
        label={t("commitment.partners")}
        hint={t("commitment.partnersHint")}
        defaultValue={changes?.partners.join(", ")}
        error={errorOf("partners")}
      />
      {changes === undefined && origins.length > 0 && (
        <SelectField
          name="origin"
          label={t("commitment.origin")}
          options={[
            { value: "", label: t("commitment.noOrigin") },
            ...origins.map((origin) => ({ value: origin.id, label: origin.text })),
          ]}
        />
      )}
      {unsent !== null && <UnsentNote because={unsent} />}
      <Button type="submit" tone="primary" className="min-h-12 w-full text-base/6">
        {t(changes === undefined ? "commitment.save" : "commitment.saveChange")}
      </Button>
    </form>
  );
}

interface OwnerFieldProps extends Pick<CommitmentFormProps, "owners"> {
  readonly chosen: string | undefined;
  readonly error: string | undefined;
}

function OwnerField({ owners, chosen, error }: OwnerFieldProps) {
  const { t } = useTranslation("after");
  const [only] = owners;
  if (owners.length === 1 && only !== undefined) {
    return (
      <p>
        <input type="hidden" name="owner" value={only.id} />
        <span className="mb-1 block text-[13px]/5 font-semibold">{t("commitment.owner")}</span>
        {only.name}
      </p>
    );
  }
  return (
    <SelectField
      name="owner"
      label={t("commitment.owner")}
      defaultValue={chosen ?? ""}
      error={error}
      options={[
        { value: "", label: t("commitment.chooseOwner") },
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
