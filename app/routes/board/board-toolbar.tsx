import { Form, Link, useSearchParams } from "@remix-run/react";
import { ChevronDown, ClipboardPaste, History, Plus, Redo2, Search, Trash2, Undo2 } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { Button, buttonClass, IconButton, iconButtonClass } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";
import type { UndoState } from "./board-session.ts";
import { BIN_PARAM, type BoardFilter, filterParam, isFiltering, withoutFilter, withParams } from "./board-view.ts";
import { useStore } from "./store.ts";
import { useOwnSteps } from "./use-own-steps.ts";
import type { Tagged } from "./use-tagged.ts";

const NOTHING_DONE: UndoState = { canUndo: false, canRedo: false };

export interface BoardToolbarProps {
  readonly tagged: Tagged;
  readonly filter: BoardFilter;
  readonly binnedCount: number;
  readonly onAdd: () => void;
  readonly onInsertList: () => void;
}

/** What one does with the board as a whole: narrow it down, add to it, take one's own steps back. */
export const BoardToolbar = memo(function BoardToolbar(props: BoardToolbarProps) {
  const { tagged, filter, binnedCount, onAdd, onInsertList } = props;
  const { t } = useTranslation("board");
  const { t: history } = useTranslation("history");
  const { boardId, canEdit, opensHistory, session } = useBoard();
  const [params] = useSearchParams();
  const undo = useStore(session?.undoState, NOTHING_DONE);
  const steps = useOwnSteps();
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 max-xl:justify-start max-sm:w-full print:hidden">
      <FilterForm tagged={tagged} filter={filter} />
      <div className="flex items-center gap-1">
        {canEdit && (
          <>
            <IconButton label={t("undo.undo")} isDisabled={!undo.canUndo} onPress={steps.undo}>
              <Undo2 aria-hidden="true" />
            </IconButton>
            <IconButton label={t("undo.redo")} isDisabled={!undo.canRedo} onPress={steps.redo}>
              <Redo2 aria-hidden="true" />
            </IconButton>
          </>
        )}
        {binnedCount > 0 && (
          <Link
            to={`?${withParams(params, { [BIN_PARAM]: "1" })}`}
            preventScrollReset
            className={buttonClass("plain")}
            aria-label={t("bin.openCount", { count: binnedCount })}
            title={t("bin.openCount", { count: binnedCount })}
          >
            <Trash2 className="size-4" aria-hidden="true" />
            {binnedCount}
          </Link>
        )}
        {opensHistory && (
          <Link
            to={`/boards/${boardId}/history`}
            aria-label={history("open")}
            title={history("open")}
            className={iconButtonClass()}
          >
            <History aria-hidden="true" />
          </Link>
        )}
      </div>
      {canEdit && (
        <div className="flex gap-2 max-sm:ml-auto">
          <Button onPress={onInsertList}>
            <ClipboardPaste className="size-4" aria-hidden="true" />
            <span className="max-sm:sr-only">{t("list.open")}</span>
          </Button>
          <Button tone="primary" onPress={onAdd}>
            <Plus className="size-4" aria-hidden="true" />
            {t("add.open")}
          </Button>
        </div>
      )}
    </div>
  );
});

function FilterForm({ tagged, filter }: Pick<BoardToolbarProps, "tagged" | "filter">) {
  const { t } = useTranslation("board");
  const [params, setParams] = useSearchParams();
  const options = useFilterOptions(tagged);
  const kept = [...withoutFilter(params)];
  const choose = (field: keyof BoardFilter, value: string) =>
    setParams((now) => withParams(now, { [filterParam(field)]: value }), { replace: true, preventScrollReset: true });
  return (
    <Form
      method="get"
      role="search"
      aria-label={t("filter.label")}
      className="flex flex-wrap items-center gap-2 max-sm:-mx-3 max-sm:w-screen max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-3 max-sm:py-1 max-sm:[&>*]:shrink-0"
      onSubmit={(event) => event.preventDefault()}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(["profession", "theme", "actor"] as const).map((field) => (
        <FilterSelect key={field} field={field} value={filter[field]} options={options[field]} onChoose={choose} />
      ))}
      <FilterText text={filter.text} onChange={(text) => choose("text", text)} />
      <noscript>
        <button type="submit" className={buttonClass("quiet", "small")}>
          {t("filter.apply")}
        </button>
      </noscript>
      {isFiltering(filter) && (
        <Link to={`?${withoutFilter(params)}`} preventScrollReset replace className="link min-h-6 text-[13px]/6">
          {t("filter.clear")}
        </Link>
      )}
    </Form>
  );
}

/** Uncontrolled, since an address that follows each letter must not push back into the field. */
function FilterText({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation("board");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current !== null && document.activeElement !== field.current) field.current.value = text;
  }, [text]);
  return (
    <label className="relative">
      <span className="sr-only">{t("filter.text")}</span>
      <Search className="pointer-events-none absolute top-1.5 left-2.5 size-3.5 text-muted" aria-hidden="true" />
      <input
        ref={field}
        type="search"
        name={filterParam("text")}
        defaultValue={text}
        onChange={(event) => onChange(event.target.value)}
        placeholder={t("filter.text")}
        className="min-h-7 w-36 rounded-full border border-edge bg-surface pr-2 pl-8 text-xs/5 placeholder:text-muted"
      />
    </label>
  );
}

interface Option {
  readonly id: string;
  readonly label: string;
}

/** Only what the board's initiatives are tagged with: a choice that leads nowhere is none. */
function useFilterOptions({ profession, theme, actor }: Tagged) {
  const { actorOf, termLabel } = useBoard();
  const { compare } = useFormat();
  const sorted = (ids: readonly string[], labelOf: (id: string) => string): Option[] =>
    ids.map((id) => ({ id, label: labelOf(id) })).sort((a, b) => compare(a.label, b.label));
  return {
    profession: sorted(profession, (id) => termLabel("professions", id)),
    theme: sorted(theme, (id) => termLabel("themes", id)),
    actor: sorted(actor, (id) => actorOf(id)?.name ?? id),
  };
}

interface FilterSelectProps {
  readonly field: "profession" | "theme" | "actor";
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChoose: (field: FilterSelectProps["field"], value: string) => void;
}

function FilterSelect({ field, value, options, onChoose }: FilterSelectProps) {
  const { t } = useTranslation("board");
  return (
    <label
      className={classNames(
        "relative inline-flex min-h-7 items-center rounded-full border text-xs/5",
        value === null ? "border-edge bg-surface" : "border-primary bg-primary-on font-semibold text-primary",
      )}
    >
      <span className="pr-1 pl-3">{t(`filter.${field}`)}</span>
      <select
        name={filterParam(field)}
        value={value ?? ""}
        onChange={(event) => onChoose(field, event.target.value)}
        className="max-w-44 appearance-none truncate rounded-full bg-transparent py-1 pr-7 [field-sizing:content]"
      >
        <option value="">{t("filter.all")}</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2 size-3.5" aria-hidden="true" />
    </label>
  );
}
