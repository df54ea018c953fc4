/** Figures over the years that a workshop is framed with. The reference says where each comes from. */
import reference from "#domain/reference/indicators.json" with { type: "json" };

export const INDICATORS_SHOWN = 2;

/** Stands among the figures of an item that frames, and shows what the workshop's own boards say: actors and white spots. */
export const BOARDS_OVERVIEW = "boards-overview";

export interface Indicator {
  readonly id: string;
  readonly label: string;
  /** Who was asked, for the size of what it rests on; `unknown` where the source does not say. */
  readonly respondents: "studerende-elever" | "vejledere" | "unknown";
  /** Whether a year was concluded from the source, not read in it. */
  readonly isYearInferred: boolean;
  /** Every year from the first to the last; null where there is no figure. */
  readonly years: readonly { readonly year: number; readonly value: number | null }[];
}

export const INDICATOR_SOURCE = reference.$meta.source;

interface StoredPoint {
  readonly year?: number;
  readonly value: number | null;
}

/** Those that have figures for at least two years and one figure a year. */
export const INDICATORS: readonly Indicator[] = reference.indicators.flatMap((stored) => {
  const points = stored.series as readonly StoredPoint[];
  const years = points.flatMap(({ year }) => (year === undefined ? [] : [year]));
  if (stored.unit !== "pct" || years.length < 2 || new Set(years).size !== points.length) return [];
  return [
    {
      id: stored.id,
      label: stored.label,
      respondents: respondentsOf(stored.respondents),
      isYearInferred: stored.yearCertainty.startsWith("inferred"),
      years: withGaps(points, years),
    },
  ];
});

function withGaps(points: readonly StoredPoint[], years: readonly number[]): Indicator["years"] {
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => {
    const year = first + at;
    return { year, value: points.find((point) => point.year === year)?.value ?? null };
  });
}

function respondentsOf(stored: string): Indicator["respondents"] {
  return stored === "studerende-elever" || stored === "vejledere" ? stored : "unknown";
}

/** What an item that frames can show the hall. */
export const isFigure = (id: string): boolean => id === BOARDS_OVERVIEW || INDICATORS.some((each) => each.id === id);

export const indicatorsOf = (ids: readonly string[] | null | undefined): Indicator[] =>
  (ids ?? []).flatMap((id) => INDICATORS.filter((indicator) => indicator.id === id)).slice(0, INDICATORS_SHOWN);

/** The stretches of a line: it is broken where a year has no figure, never drawn across. */
export function stretchesOf(years: Indicator["years"]): { readonly year: number; readonly value: number }[][] {
  const stretches: { year: number; value: number }[][] = [[]];
  for (const { year, value } of years) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push({ year, value });
  }
  return stretches.filter((stretch) => stretch.length > 0);
}
