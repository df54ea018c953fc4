import type { ReactNode } from "react";
import { Trans } from "react-i18next";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ComparePage } from "./data.server.ts";

const NAMED_AT_MOST = 4;

/** What the table says about gaps, in sentences that are counted off it. */
export function MatrixReadingText({ page: { reading, matrix, labels, view } }: { readonly page: ComparePage }) {
  const { t } = useTranslation("compare");
  const { number } = useFormat();
  const all = matrix.columns.length;
  if (all === 0) return null;
  const { widest, rarest, emptyCells, cells, withoutAny } = reading;
  const rowName = (id: string) => (labels[id] ?? id).toLowerCase();
  return (
    <p className="mt-4 max-w-prose text-muted">
      {emptyCells === 0
        ? t("reading.full", { cells: number(cells) })
        : t("reading.legend", { empty: number(emptyCells), cells: number(cells) })}{" "}
      {widest !== null && (
        <Sentence>
          <Trans
            t={t}
            i18nKey={`reading.widest.${view.rows}`}
            values={{ count: widest.municipalities, all, row: rowName(widest.rowId) }}
            components={strong}
          />
        </Sentence>
      )}
      {rarest !== null && (
        <Sentence>
          <Trans
            t={t}
            i18nKey={`reading.rarest.${view.rows}`}
            values={{ count: all - rarest.municipalities, all, row: rowName(rarest.rowId) }}
            components={strong}
          />
        </Sentence>
      )}
      {withoutAny.length > 0 && (
        <Sentence>
          <WithoutAny view={view} names={withoutAny.map(rowName)} />
        </Sentence>
      )}
    </p>
  );
}

const strong = { strong: <strong className="text-ink" /> };

const Sentence = ({ children }: { readonly children: ReactNode }) => <>{children} </>;

interface WithoutAnyProps {
  readonly view: ComparePage["view"];
  readonly names: readonly string[];
}

/** Rows that no kommune has; a long list is cut and counted. */
function WithoutAny({ view, names }: WithoutAnyProps) {
  const { t } = useTranslation("compare");
  const { list } = useFormat();
  const rest = names.length > NAMED_AT_MOST + 1 ? names.slice(NAMED_AT_MOST) : [];
  const named = names.slice(0, names.length - rest.length);
  const rows = list(rest.length === 0 ? named : [...named, t("reading.others", { count: rest.length })]);
  return <Trans t={t} i18nKey={`reading.withoutAny.${view.rows}`} values={{ rows }} components={strong} />;
}
