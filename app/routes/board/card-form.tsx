import { ChevronDown, Printer, Trash2 } from "lucide-react";
import { memo, Suspense, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { inputClass } from "#app/components/field.tsx";
import { later } from "#app/components/later.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { setMark, setStartYear, setStatus } from "#domain/board-doc/commands.ts";
import { isStartYear } from "#domain/board-doc/schema.ts";
import {
  INITIATIVE_MARKS,
  INITIATIVE_STATUSES,
  type InitiativeMark,
  type InitiativeSnapshot,
  isInitiativeStatus,
} from "#domain/initiative.ts";
import { ActorField } from "./actor-field.tsx";
import { useBoard } from "./board-context.tsx";
import type { OpenCardFacts } from "./board-data.ts";
import { CardHistory } from "./card-history.tsx";
import { CardSection, SourceLink } from "./card-reading.tsx";
import { LiveRelated } from "./live-related.tsx";
import { RichText, richTextClass } from "./rich-text.tsx";
import { TagFields } from "./tag-fields.tsx";
import { TitleField } from "./title-field.tsx";
import { useCardCommands } from "./use-card-commands.ts";

/** The editor weighs more than everything else together; the text is readable before it is here. */
const DescriptionField = later(() => import("./description-field.tsx"));

export interface CardFormProps {
  readonly initiative: InitiativeSnapshot;
  readonly facts: OpenCardFacts | null;
}

/** Every field of an initiative, to write in together; of them only those are painted whose own part has changed. */
export default function CardForm({ initiative, facts }: CardFormProps) {
  const { t } = useTranslation("card");
  const { id, title, status } = initiative;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusField id={id} status={status} />
        {INITIATIVE_MARKS.map((mark) => (
          <MarkField key={mark} id={id} mark={mark} isSet={initiative[mark] === true} />
        ))}
      </div>
      <TitleField initiative={initiative} />
      <CardSection heading={t("description")}>
        <Suspense fallback={<DescriptionText initiative={initiative} />}>
          <DescriptionField initiative={initiative} />
        </Suspense>
      </CardSection>
      <ActorField id={id} actors={initiative.actors} />
      <TagFields id={id} tags={initiative.tags} />
      <LiveRelated initiative={initiative} stored={facts?.related ?? []} />
      <StartYearField id={id} startYear={initiative.startYear} />
      <SourceLink initiative={initiative} />
      {facts !== null && <CardHistory initiativeId={id} changes={facts.changes} />}
      <CardCommands id={id} title={title} status={status} canBin={initiative.binnedAt === null} />
    </>
  );
}

type CardCommandsProps = Pick<InitiativeSnapshot, "id" | "title" | "status"> & { readonly canBin: boolean };

const CardCommands = memo(function CardCommands({ canBin, ...card }: CardCommandsProps) {
  const { t } = useTranslation("card");
  const { bin } = useCardCommands(card);
  return (
    <div className="flex flex-wrap justify-between gap-2 border-t border-line pt-4 print:hidden">
      <Button onPress={() => window.print()}>
        <Printer className="size-4" aria-hidden="true" />
        {t("print")}
      </Button>
      {canBin && (
        <Button tone="danger" onPress={bin}>
          <Trash2 className="size-4" aria-hidden="true" />
          {t("bin")}
        </Button>
      )}
    </div>
  );
});

function DescriptionText({ initiative }: { readonly initiative: InitiativeSnapshot }) {
  return (
    <div className={`min-h-28 rounded-md border border-edge bg-surface px-3 py-2 ${richTextClass}`}>
      <RichText nodes={initiative.description} />
    </div>
  );
}

const StatusField = memo(function StatusField({ id, status }: Pick<InitiativeSnapshot, "id" | "status">) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { session } = useBoard();
  return (
    <label className="relative inline-flex items-center rounded-full bg-primary-on text-xs/5 font-semibold text-primary">
      <span className="sr-only">{t("status")}</span>
      <select
        value={status}
        onChange={({ target }) => {
          const next = target.value;
          if (isInitiativeStatus(next)) session?.run((doc) => setStatus(doc, id, next));
        }}
        className="min-h-7 cursor-pointer appearance-none rounded-full bg-transparent py-1 pr-7 pl-3 [field-sizing:content]"
      >
        {INITIATIVE_STATUSES.map((each) => (
          <option key={each} value={each}>
            {word(`status.${each}`)}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2 size-3.5" aria-hidden="true" />
    </label>
  );
});

interface MarkFieldProps {
  readonly id: string;
  readonly mark: InitiativeMark;
  readonly isSet: boolean;
}

const MarkField = memo(function MarkField({ id, mark, isSet }: MarkFieldProps) {
  const { t: word } = useTranslation("vocabulary");
  const { session } = useBoard();
  return (
    <label className="inline-flex min-h-7 cursor-pointer items-center gap-2 text-[13px]">
      <input
        type="checkbox"
        checked={isSet}
        onChange={({ target }) => session?.run((doc) => setMark(doc, id, { mark, isSet: target.checked }))}
        className="size-4 accent-primary"
      />
      {word(`mark.${mark}`)}
    </label>
  );
});

const StartYearField = memo(function StartYearField({ id, startYear }: Pick<InitiativeSnapshot, "id" | "startYear">) {
  const { t } = useTranslation("card");
  const { session } = useBoard();
  const [draft, setDraft] = useState<string | null>(null);
  const isInvalid = draft !== null && draft !== "" && !isStartYear(Number(draft));
  const change = (value: string) => {
    setDraft(value);
    if (value === "") session?.type((doc) => setStartYear(doc, id, null));
    else if (isStartYear(Number(value))) session?.type((doc) => setStartYear(doc, id, Number(value)));
  };
  return (
    <div>
      <label className="flex items-center gap-2">
        <span className="text-[13px]/5 font-semibold text-muted">{t("startYear")}</span>
        <input
          inputMode="numeric"
          maxLength={4}
          value={draft ?? startYear ?? ""}
          onChange={({ target }) => change(target.value.trim())}
          onBlur={() => !isInvalid && setDraft(null)}
          aria-invalid={isInvalid || undefined}
          className={`${inputClass} w-20!`}
        />
      </label>
      {isInvalid && <p className="mt-1 text-[13px]/5 font-medium text-overlap">{t("startYearInvalid")}</p>}
    </div>
  );
});
