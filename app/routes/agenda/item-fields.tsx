import { useState } from "react";
import { SelectField, TextField } from "#app/components/field.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import {
  AGENDA_LIMITS,
  type AgendaPlan,
  ANONYMITIES,
  collectsNotes,
  PHASE_KINDS,
  type PhaseKind,
  REVEALS,
} from "#domain/live/agenda.ts";
import { BOARDS_OVERVIEW, INDICATORS } from "#domain/live/indicator.ts";

export interface ItemFieldsProps {
  /** Absent while it is being made. */
  readonly item?: AgendaPlan & { readonly startedAt: number | null };
  readonly refused: RefusedForm | undefined;
}

/** Everything that can be planned of an item. What its kind does not use is not asked. */
export function ItemFields({ item, refused }: ItemFieldsProps) {
  const { t } = useTranslation(["agenda", "live"]);
  const [kind, setKind] = useState<PhaseKind>(kindOf(refused?.values["kind"]) ?? item?.kind ?? "silent-writing");
  const stored: Readonly<Record<string, string | undefined>> = {
    title: item?.title,
    prompt: item?.prompt,
    minutes: String(item?.minutes ?? 10),
    lanes: item?.lanes.map(({ title }) => title).join("\n"),
    votes: String(item?.voteBudget ?? 3),
  };
  const field = (name: string) => refusedField(refused, name, stored[name]);
  const isBegun = item !== undefined && item.startedAt !== null;
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_7rem]">
      <TextField label={t("form.title")} maxLength={AGENDA_LIMITS.title} {...field("title")} />
      <TextField label={t("form.minutes")} type="number" {...field("minutes")} />
      <TextField
        label={t("form.prompt")}
        hint={t("form.promptHint")}
        maxLength={AGENDA_LIMITS.prompt}
        className="sm:col-span-2"
        {...field("prompt")}
      />
      {isBegun ? (
        <>
          <input type="hidden" name="kind" value={item.kind} />
          <input type="hidden" name="anonymity" value={item.anonymity} />
          <p className="text-[13px]/5 text-muted sm:col-span-2">{t("form.begunHint")}</p>
        </>
      ) : (
        <SelectField
          name="kind"
          label={t("form.kind")}
          value={kind}
          onChange={(value) => setKind(kindOf(value) ?? kind)}
          options={PHASE_KINDS.map((value) => ({ value, label: t(`live:kind.${value}`) }))}
          className="sm:col-span-2"
        />
      )}
      <KindFields kind={kind} item={item} field={field} isBegun={isBegun} />
      <label className="flex min-h-6 items-center gap-2 sm:col-span-2">
        <input
          type="checkbox"
          name="byTable"
          value="yes"
          defaultChecked={item?.byTable ?? false}
          className="size-4 accent-primary"
        />
        {t("form.byTable")}
      </label>
    </div>
  );
}

/** Figures for the hall, in an item that frames: at most two. */
function IndicatorFields({ shown }: { readonly shown: readonly string[] }) {
  const { t } = useTranslation("after");
  const options = [
    { value: "", label: t("indicator.none") },
    { value: BOARDS_OVERVIEW, label: t("indicator.boards") },
    ...INDICATORS.map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <fieldset className="grid gap-2 sm:col-span-2">
      <legend className="mb-1 text-[13px]/5 font-semibold">{t("indicator.choose")}</legend>
      {(["indicator1", "indicator2"] as const).map((name, at) => (
        <SelectField
          key={name}
          name={name}
          label={t("indicator.figure", { number: at + 1 })}
          defaultValue={shown[at] ?? ""}
          options={options}
        />
      ))}
    </fieldset>
  );
}

const kindOf = (value: string | undefined): PhaseKind | undefined => PHASE_KINDS.find((kind) => kind === value);

interface KindFieldsProps {
  readonly item: ItemFieldsProps["item"] | undefined;
  readonly kind: PhaseKind;
  readonly field: (name: string) => ReturnType<typeof refusedField>;
  readonly isBegun: boolean;
}

function KindFields({ kind, item, field, isBegun }: KindFieldsProps) {
  const { t } = useTranslation(["agenda", "live"]);
  return (
    <>
      {collectsNotes({ kind }) && !isBegun && (
        <SelectField
          name="anonymity"
          label={t("form.anonymity")}
          defaultValue={item?.anonymity ?? "named"}
          options={ANONYMITIES.map((value) => ({ value, label: t(`live:anonymity.${value}`) }))}
          className="sm:col-span-2"
        />
      )}
      {(collectsNotes({ kind }) || kind === "vote") && (
        <SelectField
          name="reveal"
          label={t("form.reveal")}
          defaultValue={item?.reveal ?? "by-facilitator"}
          options={REVEALS.filter((value) => kind !== "vote" || value !== "at-once").map((value) => ({
            value,
            label: t(`live:reveal.${value}`),
          }))}
          className="sm:col-span-2"
        />
      )}
      {collectsNotes({ kind }) && (
        <TextField
          label={t("form.lanes")}
          hint={t("form.lanesHint", { limit: AGENDA_LIMITS.lanes })}
          rows={4}
          className="sm:col-span-2"
          {...field("lanes")}
        />
      )}
      {kind === "framing" && <IndicatorFields shown={item?.indicators ?? []} />}
      {kind === "vote" ? (
        <TextField label={t("form.votes")} type="number" className="sm:col-span-2" {...field("votes")} />
      ) : (
        <input type="hidden" name="votes" value="" />
      )}
    </>
  );
}
