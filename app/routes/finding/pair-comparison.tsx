import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { InitiativeLink } from "#app/components/initiative-link.tsx";
import { KIND_TONES, KindIcon } from "#app/components/kind-badge.tsx";
import { MarkedText } from "#app/components/marked-text.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingKind } from "#domain/finding.ts";
import { CHAIN_LINKS, type ChainLink } from "#domain/initiative.ts";
import type { PairPage, PairRow, PairSide } from "./data.server.ts";

/** Both initiatives side by side, and between them what is the same. */
export function PairComparison({ pair }: { readonly pair: PairPage }) {
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface">
      <div className="grid md:grid-cols-[minmax(0,1fr)_9.5rem_minmax(0,1fr)]">
        <SideText side={pair.a} kind={pair.kind} />
        <div
          className={classNames(
            "grid place-items-center border-line bg-bg/60 max-md:border-y max-md:py-2 md:border-x",
            KIND_TONES[pair.kind].text,
          )}
        >
          <KindIcon kind={pair.kind} className="size-6" />
        </div>
        <SideText side={pair.b} kind={pair.kind} />
      </div>
      {pair.rows
        .filter((row) => !isSilent(row))
        .map((row) => (
          <SetRow key={row.field} row={row} pair={pair} />
        ))}
      <PhaseRow pair={pair} />
      <Silent rows={pair.rows.filter(isSilent)} />
    </div>
  );
}

const isSilent = ({ a, b }: PairRow): boolean => a.length === 0 && b.length === 0;

/** What neither of them states, in one line instead of one each. */
function Silent({ rows }: { readonly rows: readonly PairRow[] }) {
  const { t } = useTranslation("findings");
  const { list } = useFormat();
  if (rows.length === 0) return null;
  const fields = list(rows.map(({ field }) => t(`pair.field.${field}`).toLowerCase()));
  return <p className="border-t border-line px-5 py-2 text-[13px]/5 text-muted">{t("pair.neither", { fields })}</p>;
}

function SideText({ side, kind }: { readonly side: PairSide; readonly kind: FindingKind }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const since = side.startYear === null ? "" : ` ${t("pair.since", { year: String(side.startYear) })}`;
  return (
    <section className="p-5">
      <p className="text-[13px]/5 text-muted">
        {side.municipality} · {word(`status.${side.status}`).toLowerCase()}
        {since}
      </p>
      <h2 className="text-lg/7">
        <InitiativeLink boardId={side.boardId} initiativeId={side.initiativeId}>
          <MarkedText {...side.title} kind={kind} />
        </InitiativeLink>
      </h2>
      <p className="mt-2 whitespace-pre-line wrap-anywhere">
        {side.description.text === "" ? (
          <span className="text-muted">{t("pair.noDescription")}</span>
        ) : (
          <MarkedText {...side.description} kind={kind} />
        )}
      </p>
    </section>
  );
}

const isChainLink = (id: string): id is ChainLink => (CHAIN_LINKS as readonly string[]).includes(id);

function SetRow({ row, pair }: { readonly row: PairRow; readonly pair: PairPage }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const words = (ids: readonly string[]) =>
    ids.map((id) => (row.field === "chainLinks" && isChainLink(id) ? word(`chainLink.${id}`) : id)).join(" · ");
  const isShared = row.shared > 0;
  const verdict =
    row.field === "actors" && isShared
      ? t("pair.verdict.shared", { count: row.shared })
      : t(`pair.verdict.${row.verdict}`);
  return (
    <ComparedRow
      pair={pair}
      a={words(row.a)}
      b={words(row.b)}
      verdict={t(row.isRead ? "pair.readVerdictOf" : "pair.verdictOf", {
        field: t(`pair.field.${row.field}`),
        verdict,
      })}
      tone={isShared ? KIND_TONES[pair.kind].text : null}
    />
  );
}

function PhaseRow({ pair }: { readonly pair: PairPage }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const ahead = pair.phase === "a-ahead" ? pair.a : pair.b;
  const verdict =
    pair.phase === "same" ? t("pair.verdict.same") : t("pair.verdict.ahead", { name: ahead.municipality });
  return (
    <ComparedRow
      pair={pair}
      a={word(`status.${pair.a.status}`)}
      b={word(`status.${pair.b.status}`)}
      verdict={t("pair.verdictOf", { field: t("pair.field.phase"), verdict })}
      tone={pair.phase === "same" ? null : "text-synergy"}
    />
  );
}

interface ComparedRowProps {
  readonly pair: PairPage;
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
  /** Colour of a verdict that says something; null for the others. */
  readonly tone: string | null;
}

function ComparedRow({ pair, a, b, verdict, tone }: ComparedRowProps) {
  return (
    <section className="grid grid-cols-2 border-t border-line md:grid-cols-[minmax(0,1fr)_9.5rem_minmax(0,1fr)]">
      <h3
        className={classNames(
          "grid place-items-center border-line bg-bg/60 px-2 py-2.5 text-center text-xs/4 max-md:col-span-2 max-md:border-b md:order-2 md:border-x",
          tone === null ? "font-normal text-muted" : tone,
        )}
      >
        {verdict}
      </h3>
      <Value municipality={pair.a.municipality} className="md:order-1">
        {a}
      </Value>
      <Value municipality={pair.b.municipality} className="max-md:border-l max-md:border-line md:order-3">
        {b}
      </Value>
    </section>
  );
}

interface ValueProps {
  readonly municipality: string;
  readonly className: string;
  readonly children: ReactNode;
}

function Value({ municipality, className, children }: ValueProps) {
  const { t } = useTranslation("findings");
  return (
    <p className={classNames("px-5 py-2.5 wrap-anywhere", className)}>
      <span className="sr-only">{municipality}: </span>
      {children === "" ? <span className="text-muted">{t("pair.notStated")}</span> : children}
    </p>
  );
}
