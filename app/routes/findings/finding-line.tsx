import { Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { KindBadge } from "#app/components/kind-badge.tsx";
import { useTableName } from "#app/components/table-name.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";
import type { FindingRow, RowSide } from "./data.server.ts";

export interface FindingLineProps {
  readonly row: FindingRow;
  readonly href: string;
  readonly table: WorkshopTable | null;
  /** Opens the choice of a table; null for those who give out none. */
  readonly place: ((row: FindingRow) => void) | null;
}

/** One finding: kind, both initiatives, why, and who has answered. The whole line opens the pair. */
export function FindingLine({ row, href, table, place }: FindingLineProps) {
  return (
    <li
      data-finding={row.id}
      className="relative grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3 has-[a:focus-visible]:border-primary has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-primary hover:border-edge xl:grid-cols-[9.5rem_minmax(0,1fr)_auto_minmax(0,1fr)_minmax(14rem,0.9fr)_8.5rem] print:break-inside-avoid"
    >
      <span className="max-xl:col-span-3">
        <KindBadge kind={row.kind} strength={row.strength} />
      </span>
      <Link to={href} className="min-w-0 outline-none after:absolute after:inset-0 after:rounded-xl">
        <Side side={row.a} />
      </Link>
      <Between />
      <Side side={row.b} />
      <span className="text-xs/5 text-muted max-xl:col-span-3">{row.reasons.join(", ")}</span>
      <div className="max-xl:col-span-3">
        <Answers row={row} />
        <Table row={row} table={table} place={place} />
      </div>
    </li>
  );
}

function Between() {
  const { t } = useTranslation("findings");
  return (
    <span className="text-muted">
      <span aria-hidden="true">↔</span>
      <span className="sr-only">{t("and")}</span>
    </span>
  );
}

function Side({ side }: { readonly side: RowSide }) {
  const { t: word } = useTranslation("vocabulary");
  return (
    <span className="block min-w-0">
      <span className="block font-semibold wrap-anywhere">{side.title}</span>
      <span className="block text-xs/5 text-muted">
        {side.municipality} · {word(`status.${side.status}`).toLowerCase()}
      </span>
    </span>
  );
}

/** Which table talks about it; for the facilitator, the way to give it to one. */
function Table({ row, table, place }: Omit<FindingLineProps, "href">) {
  const { t } = useTranslation("findings");
  const nameOf = useTableName();
  if (place === null) return table === null ? null : <Chip tone="soft">{nameOf(table)}</Chip>;
  return (
    <Button
      size="small"
      tone="plain"
      // Over the line's own link.
      className="relative z-10 -ml-2.5 max-w-full"
      aria-label={t("table.giveOf", { table: table === null ? t("table.no") : nameOf(table), title: row.a.title })}
      onPress={() => place(row)}
    >
      <span className="truncate">{table === null ? t("table.giveShort") : nameOf(table)}</span>
    </Button>
  );
}

function Answers({ row }: { readonly row: FindingRow }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  return (
    <span className="block text-xs/5">
      {row.answers.length === 0 && <span className="block text-muted">{t("nobody")}</span>}
      {row.answers.map(({ municipality, answer }) => (
        <span key={municipality} className="block">
          {t("said", { municipality })} <strong>{word(`answer.${answer}`).toLowerCase()}</strong>
        </span>
      ))}
      {row.suggested !== null && (
        <span className="block">
          {t("assess.short")} <strong>{word(`answer.${row.suggested}`).toLowerCase()}</strong>
        </span>
      )}
      {row.changed !== null && <Changed changed={row.changed} />}
      {row.waitsForReader && row.answers.length > 0 && (
        <span className="block font-semibold text-primary">{t("waitsForYou")}</span>
      )}
    </span>
  );
}

/** Which texts and tags are not as they were when the pair was decided. */
function Changed({ changed }: { readonly changed: NonNullable<FindingRow["changed"]> }) {
  const { t } = useTranslation("findings");
  const { t: card } = useTranslation("card");
  const { list } = useFormat();
  return (
    <span className="block">
      <span className="block font-semibold text-gap">{t("changedSince")}</span>
      {changed.map(({ municipality, fields }) => (
        <span key={municipality} className="block text-muted">
          {t("said", { municipality })} {list(fields.map((field) => card(`historyField.${field}`).toLowerCase()))}
        </span>
      ))}
    </span>
  );
}
