/** One line of the table that `npm run bench` prints. */
export interface Figure {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  /** Null where the line only gives the others a measure. */
  readonly within: boolean | null;
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
