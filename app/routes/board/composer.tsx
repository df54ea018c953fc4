import { useId, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { inputClass } from "#app/components/field.tsx";
import { PersonalNumberWarning } from "#app/components/personal-number-warning.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { addInitiative, moveInitiatives } from "#domain/board-doc/commands.ts";
import type { IdeaTags } from "#domain/idea-start.ts";
import { BOARD_INITIATIVE_LIMIT, DESCRIPTION_LIMIT, LANE_STATUSES, type Lane, TAG_FIELDS } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { useTagLabel } from "./card-reading.tsx";
import { newId } from "./new-id.ts";
import { RelatedHint } from "./related-hint.tsx";
import { cleanTitle, splitTitle } from "./title-edit.ts";

export interface ComposerProps {
  readonly lane: Lane;
  /** The lane's first card: the new one goes above it. */
  readonly first: string | null;
  /** Cards on the board, in all lanes. */
  readonly count: number;
  /** What the new cards are tagged with from the start. */
  readonly tags: IdeaTags;
  readonly onClose: () => void;
}

/** A new card: its title, and Enter. The field stays for the next one. */
export default function Composer({ lane, first, count, tags, onClose }: ComposerProps) {
  const { t } = useTranslation("board");
  const { t: common } = useTranslation("common");
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const add = useAddInitiative({ lane, first, tags });
  const isFull = count >= BOARD_INITIATIVE_LIMIT;
  const isLong = splitTitle(text).rest.length > DESCRIPTION_LIMIT;
  const canAdd = text.trim() !== "" && !isFull && !isLong;
  const submit = () => {
    if (!canAdd) return;
    add(text);
    setText("");
    field.current?.focus();
  };
  return (
    <form
      className="mb-2.5 rounded-lg border border-primary bg-surface p-2.5 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="sr-only">
        {t("add.label")}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed
        autoFocus
        value={text}
        placeholder={t("add.placeholder")}
        className={inputClass}
        aria-describedby={`${id}-note`}
        onChange={(event) => setText(cleanTitle({ text: event.target.value, caret: 0 }).text)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <StartingTags tags={tags} />
      <div id={`${id}-note`} role="status" className="text-[13px]/5 font-medium text-overlap">
        {isFull && <p className="mt-1">{t("add.full", { limit: BOARD_INITIATIVE_LIMIT })}</p>}
        {isLong && <p className="mt-1">{t("add.long", { count: text.length, limit: DESCRIPTION_LIMIT })}</p>}
        <PersonalNumberWarning text={text} />
      </div>
      <div className="mt-2 flex items-center gap-2">
        <Button type="submit" tone="primary" size="small" isDisabled={!canAdd}>
          {t("add.submit")}
        </Button>
        <Button size="small" tone="plain" onPress={onClose}>
          {common("actions.close")}
        </Button>
        <span className="ml-auto text-xs text-muted max-xl:hidden">{t("add.hint")}</span>
      </div>
      <RelatedHint title={text} status={LANE_STATUSES[lane][0]} />
    </form>
  );
}

/** What an idea from the comparison is about already. */
function StartingTags({ tags }: { readonly tags: IdeaTags }) {
  const { t } = useTranslation("board");
  const labelOf = useTagLabel();
  const names = TAG_FIELDS.flatMap((field) => (tags[field] === undefined ? [] : [labelOf(field, tags[field])]));
  if (names.length === 0) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-1.5 text-[13px]/5">
      <span className="text-muted">{t("add.tagged")}</span>
      {names.map((name) => (
        <Chip key={name}>{name}</Chip>
      ))}
    </p>
  );
}

function useAddInitiative({
  lane,
  first,
  tags,
}: Pick<ComposerProps, "lane" | "first" | "tags">): (text: string) => void {
  const { t } = useTranslation("board");
  const { session } = useBoard();
  return (text) => {
    const { title, rest } = splitTitle(text);
    const id = newId();
    const description =
      rest === "" ? [] : [{ type: "paragraph" as const, content: [{ type: "text" as const, text: rest }] }];
    session?.run((doc) => {
      addInitiative(doc, { id, title, status: LANE_STATUSES[lane][0], description, tags: asLists(tags) });
      if (first !== null) moveInitiatives(doc, [id], { lane, beside: { id: first, position: "before" } });
    });
    showToast({ text: rest === "" ? t("add.added", { title }) : `${t("add.added", { title })}. ${t("add.rest")}` });
  };
}

const asLists = (tags: IdeaTags) => Object.fromEntries(Object.entries(tags).map(([field, id]) => [field, [id]]));
