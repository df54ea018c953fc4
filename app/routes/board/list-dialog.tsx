import { parse } from "csv-parse/browser/esm/sync";
import { useMemo, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { inputClass, SelectField } from "#app/components/field.tsx";
import { PersonalNumberWarning } from "#app/components/personal-number-warning.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { insertInitiatives } from "#domain/board-doc/commands.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { BOARD_INITIATIVE_LIMIT, DESCRIPTION_LIMIT } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { newId } from "./new-id.ts";
import {
  delimiterOf,
  guessColumns,
  type ListColumn,
  type ListedInitiative,
  linesAsRows,
  listedInitiatives,
  type PastedList,
  withColumn,
} from "./pasted-list.ts";
import { cleanTitle, splitTitle } from "./title-edit.ts";

const COLUMNS: readonly ListColumn[] = ["title", "description", "status", "ignored"];
const PREVIEWED = 6;

export interface ListDialogProps {
  /** Cards on the board already. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Lines or cells become initiatives: looked at first, added as one step that one undo takes back. */
export default function ListDialog({ count, onClose }: ListDialogProps) {
  const { t } = useTranslation("board");
  const { t: common } = useTranslation("common");
  const { session } = useBoard();
  const [text, setText] = useState("");
  const [changed, setChanged] = useState<PastedList | null>(null);
  const guessed = useMemo(() => guessColumns(rowsOf(text)), [text]);
  const list = changed ?? guessed;
  const found = listedInitiatives(list);
  const room = BOARD_INITIATIVE_LIMIT - count;
  const tooLong = found.find((listed) => descriptionOf(listed).length > DESCRIPTION_LIMIT);
  const add = () => {
    session?.run((doc) => insertInitiatives(doc, found.map(toInitiative)));
    showToast({ text: t("list.added", { count: found.length }) });
    onClose();
  };
  return (
    <Dialog heading={t("list.heading")} isOpen onClose={onClose} width="wide">
      <p className="mb-3 text-muted">
        {t("list.intro")} {common("aboutPeople.hint")}
      </p>
      <label className="block">
        <span className="mb-1 block text-[13px]/5 font-semibold">{t("list.field")}</span>
        <textarea
          autoFocus
          rows={6}
          value={text}
          placeholder={t("list.placeholder")}
          className={`${inputClass} font-mono text-xs/5!`}
          onChange={(event) => {
            setText(event.target.value);
            setChanged(null);
          }}
        />
      </label>
      <div role="status" className="text-[13px]/5 font-medium text-overlap">
        <PersonalNumberWarning text={text} />
      </div>
      {list.columns.length > 1 && <Columns list={list} onChange={setChanged} />}
      {text.trim() !== "" && <Preview found={found} />}
      {found.length > room && (
        <p role="alert" className="mt-3 font-medium text-overlap">
          {t("list.tooMany", { room, count: found.length })}
        </p>
      )}
      {tooLong !== undefined && (
        <p role="alert" className="mt-3 font-medium text-overlap wrap-anywhere">
          {t("list.tooLong", {
            title: titleOf(tooLong).title,
            count: descriptionOf(tooLong).length,
            limit: DESCRIPTION_LIMIT,
          })}
        </p>
      )}
      <div className="mt-4">
        <Button
          tone="primary"
          onPress={add}
          isDisabled={found.length === 0 || found.length > room || tooLong !== undefined}
        >
          {t("list.submit", { count: found.length })}
        </Button>
      </div>
    </Dialog>
  );
}

function rowsOf(text: string): string[][] {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return linesAsRows(text);
  return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
}

const titleOf = ({ title }: ListedInitiative) => splitTitle(cleanTitle({ text: title, caret: 0 }).text);

const descriptionOf = (listed: ListedInitiative): string => `${titleOf(listed).rest}\n${listed.description}`;

const toInitiative = (listed: ListedInitiative) => ({
  id: newId(),
  title: titleOf(listed).title,
  status: listed.status,
  description: richTextFromPlain(descriptionOf(listed)),
});

function Columns({ list, onChange }: { readonly list: PastedList; readonly onChange: (list: PastedList) => void }) {
  const { t } = useTranslation("board");
  return (
    <div className="mt-3">
      <div className="flex flex-wrap gap-3">
        {list.columns.map((column, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={at}
            label={t("list.column", { number: at + 1 })}
            value={column}
            options={COLUMNS.map((value) => ({ value, label: t(`list.columns.${value}`) }))}
            onChange={(value) => onChange(withColumn(list, at, value as ListColumn))}
            className="w-36"
          />
        ))}
      </div>
      <label className="mt-2 inline-flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          checked={list.hasHeader}
          onChange={(event) => onChange({ ...list, hasHeader: event.target.checked })}
          className="size-4 accent-primary"
        />
        {t("list.header")}
      </label>
    </div>
  );
}

function Preview({ found }: { readonly found: readonly ListedInitiative[] }) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  if (found.length === 0) return <p className="mt-3 font-medium text-overlap">{t("list.none")}</p>;
  return (
    <div className="mt-3 rounded-lg border border-line p-3">
      <h3 className="mb-1 text-[13px]/5">{t("list.preview")}</h3>
      <ul className="divide-y divide-line">
        {found.slice(0, PREVIEWED).map(({ title, description, status }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <li key={at} className="flex justify-between gap-3 py-1">
            <span className="min-w-0">
              <span className="block truncate font-medium">{title}</span>
              {description !== "" && <span className="block truncate text-xs text-muted">{description}</span>}
            </span>
            <span className="shrink-0 text-xs/5 text-muted">{word(`status.${status}`)}</span>
          </li>
        ))}
      </ul>
      {found.length > PREVIEWED && (
        <p className="mt-1 text-xs text-muted">{t("list.previewMore", { count: found.length - PREVIEWED })}</p>
      )}
    </div>
  );
}
