import { type FormEvent, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import {
  COMMITMENT_FIELDS,
  COMMITMENT_LIMITS,
  type CommitmentProblems,
  problemsOf,
  readPartners,
} from "#domain/live/commitment.ts";
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
  readonly changes?: Changing | undefined;
  readonly onSaved: () => void;
  /** Takes what could not be sent, to send it later; without it what was typed stands in the form. */
  readonly onUnreachable?: (agreement: AgreementFields) => void;
}

export type Changing = Pick<OwnedCommitment, "id" | "what" | "ownerId" | "partners" | "firstStep" | "due">;

/** As it is typed and sent. */
export type AgreementFields = Readonly<
  Record<"id" | "what" | "owner" | "partners" | "firstStep" | "due" | "origin", string>
>;

type Because = "signed-out" | "refused" | "unreachable" | "too-late";

/** Who, what, with whom, first step, when. What was typed stays until the server has it. */
export function CommitmentForm({ workshopId, owners, origins, changes, onSaved, onUnreachable }: CommitmentFormProps) {
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
    const agreement = { ...typedIn(event.currentTarget), id: id.current };
    const reply = await send<{ problems: CommitmentProblems }>(`/live/${workshopId}/commitments`, {
      ...agreement,
      intent: "save",
    });
    if (!reply.ok && reply.because === "unreachable" && onUnreachable !== undefined) {
      const wrong = problemsOf({ ...agreement, ...readTyped(agreement) }, ANY_DAY);
      setProblems(wrong);
      if (Object.keys(wrong).length === 0) onUnreachable(agreement);
      return;
    }
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

function typedIn(form: HTMLFormElement): Omit<AgreementFields, "id"> {
  const typed = new FormData(form);
  const field = (name: string) => String(typed.get(name) ?? "");
  return {
    what: field("what"),
    owner: field("owner"),
    partners: field("partners"),
    firstStep: field("firstStep"),
    due: field("due"),
    origin: field("origin"),
  };
}

const readTyped = ({ owner, partners }: AgreementFields) => ({ ownerId: owner, partners: readPartners(partners) });

/** Whether the day has gone by is for the server to say: a phone's own day may be wrong. */
const ANY_DAY = "";

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
