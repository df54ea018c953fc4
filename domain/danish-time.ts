/** Wall-clock time in Denmark, as people write it, and the moment it stands for. */
const TIME_ZONE = "Europe/Copenhagen";

const WALL_CLOCK = new Intl.DateTimeFormat("en-CA", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export interface WallClock {
  /** "2026-12-01" */
  readonly day: string;
  /** "09:00" */
  readonly time: string;
}

export function toWallClock(at: number): WallClock {
  const part = Object.fromEntries(WALL_CLOCK.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** Milliseconds since 1970, or null for a day or time that does not exist. */
export function fromWallClock({ day, time }: WallClock): number | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // The first guess may lie on the other side of a change of clocks; the second uses the offset that holds there.
  const guess = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(guess);
}

function offsetAt(at: number): number {
  const { day, time } = toWallClock(at);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000;
}
