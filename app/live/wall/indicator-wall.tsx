import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { INDICATOR_SOURCE, type Indicator, indicatorsOf, stretchesOf } from "#domain/live/indicator.ts";

const BOX = { width: 500, height: 250, left: 24, right: 24, top: 48, bottom: 44 } as const;

/** The figures that an item is framed with; nothing when it names none. */
export function IndicatorWall({ item }: { readonly item: Pick<AgendaItem, "indicators"> }) {
  const { t } = useTranslation("after");
  const shown = indicatorsOf(item.indicators);
  if (shown.length === 0) return null;
  return (
    <div>
      <div className={shown.length > 1 ? "grid grid-cols-2 gap-[2em]" : "max-w-[40em]"}>
        {shown.map((indicator) => (
          <Chart key={indicator.id} indicator={indicator} />
        ))}
      </div>
      <p className="mt-[1em] text-[1.4em]/[1.3] text-white/75">{t("indicator.source", { source: INDICATOR_SOURCE })}</p>
    </div>
  );
}

/** A line from year to year with its figures beside the points, and the same as a table below. */
function Chart({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation("after");
  const { label, respondents, isYearInferred } = indicator;
  return (
    <figure className="min-w-0">
      <figcaption className="mb-[0.4em] text-[1.5em]/[1.25] font-semibold">{label}</figcaption>
      <Line indicator={indicator} />
      <FigureTable indicator={indicator} />
      <p className="mt-[0.5em] text-[1.4em]/[1.3] text-white/75">
        {t(`indicator.respondents.${respondents}`)}
        {isYearInferred && ` · ${t("indicator.inferred")}`}
      </p>
    </figure>
  );
}

function Line({ indicator: { label, years } }: { readonly indicator: Indicator }) {
  const { t } = useTranslation("after");
  const { number } = useFormat();
  const at = scaleOf(years);
  return (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={t("indicator.chart", { label })}>
      {stretchesOf(years).map((stretch) => (
        <polyline
          key={stretch[0]?.year}
          points={stretch.map(({ year, value }) => `${at.x(year)},${at.y(value)}`).join(" ")}
          className="fill-none stroke-amber-bright"
          strokeWidth={5}
        />
      ))}
      {years.map(({ year, value }) => (
        <g key={year} className="fill-white">
          {value !== null && (
            <>
              <circle cx={at.x(year)} cy={at.y(value)} r={8} className="fill-amber-bright" />
              <text x={at.x(year)} y={at.y(value) - 18} textAnchor="middle" fontSize={31} fontWeight={600}>
                {t("indicator.pct", { value: number(value) })}
              </text>
            </>
          )}
          <text x={at.x(year)} y={BOX.height - 8} textAnchor="middle" fontSize={30}>
            {year}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Years across, and the figures up from a little below the lowest: the change is what is talked about. */
function scaleOf(years: Indicator["years"]): { x: (year: number) => number; y: (value: number) => number } {
  const values = years.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.max(0, Math.min(...values) - 5), Math.max(...values) + 5];
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const inner = { width: BOX.width - BOX.left - BOX.right - 80, height: BOX.height - BOX.top - BOX.bottom };
  return {
    x: (year) => BOX.left + 40 + ((year - first) / Math.max(1, last - first)) * inner.width,
    y: (value) => BOX.top + inner.height - ((value - low) / Math.max(1, high - low)) * inner.height,
  };
}

function FigureTable({ indicator: { label, years } }: { readonly indicator: Indicator }) {
  const { t } = useTranslation("after");
  const { number } = useFormat();
  return (
    <table className="mt-[0.4em] w-full table-fixed text-center text-[1.4em] tabular-nums">
      <caption className="sr-only">{label}</caption>
      <tbody>
        <tr className="border-b border-white/30">
          <th scope="row" className="text-left font-semibold">
            {t("indicator.year")}
          </th>
          {years.map(({ year }) => (
            <th key={year} scope="col" className="font-semibold">
              {year}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="row" className="text-left font-semibold">
            {t("indicator.value")}
          </th>
          {years.map(({ year, value }) => (
            <td key={year}>{value === null ? t("indicator.missing") : t("indicator.pct", { value: number(value) })}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
