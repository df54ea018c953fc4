/** The half-years that municipal plans and training places go by. */
import { toWallClock } from "./danish-time.ts";

export interface HalfYear {
  readonly year: number;
  /** 1 is January to June. */
  readonly half: 1 | 2;
}

/** The half-year of a moment, as the calendar stands in Denmark. */
export function halfYearOf(at: number): HalfYear {
  const [year = 0, month = 0] = toWallClock(at).day.split("-").map(Number);
  return { year, half: month <= 6 ? 1 : 2 };
}

/** What falls into each half-year, the latest first; within one in the order given. */
export function byHalfYear<T>(
  list: readonly T[],
  atOf: (one: T) => number,
): readonly { readonly halfYear: HalfYear; readonly list: readonly T[] }[] {
  const groups = new Map<number, { halfYear: HalfYear; list: T[] }>();
  for (const one of list) {
    const halfYear = halfYearOf(atOf(one));
    const place = 2 * halfYear.year + halfYear.half;
    const group = groups.get(place) ?? { halfYear, list: [] };
    group.list.push(one);
    groups.set(place, group);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}
