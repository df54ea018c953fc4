/** How often and how many: what an operator may set by `LIMITS`. Sizes and content are not among it. */
const DEFAULTS = {
  "sockets-per-account": 20,
  "sockets-per-board": 150,
  /** Of a room that the server alone writes. */
  "sockets-per-published-room": 600,
  "sockets-per-address": 300,
  /** Of a hall: an address from which a live workshop's code was used. */
  "sockets-per-workshop-address": 600,
  sockets: 1_000,
  "messages-per-second": 60,
  "messages-at-once": 300,
  "bytes-per-second": 512 * 1024,
  "handshakes-per-second": 10,
  "handshakes-per-second-and-address": 50,
  "handshakes-at-once-and-address": 300,
  /** In a quarter of an hour. */
  "sign-ins-per-account": 10,
  "sign-ins-per-address": 100,
  /** Codes of live workshops. */
  "wrong-codes-per-minute-and-address": 10,
  "wrong-codes-per-hour-and-address": 60,
  "wrong-codes-per-minute": 100,
};

export type LimitSettings = Readonly<Record<keyof typeof DEFAULTS, number>>;

export const DEFAULT_LIMITS: LimitSettings = DEFAULTS;

/** The usual limits with those that `text` names, such as `sockets-per-board=300, sockets=2000`; null when it names others. */
export function readLimitSettings(text: string): LimitSettings | null {
  const settings: Record<string, number> = { ...DEFAULTS };
  for (const part of text.split(",").filter((each) => each.trim() !== "")) {
    const [, name = "", number = ""] = /^\s*([a-z-]+)\s*=\s*([1-9]\d{0,8})\s*$/.exec(part) ?? [];
    if (!Object.hasOwn(DEFAULTS, name)) return null;
    settings[name] = Number(number);
  }
  return settings as LimitSettings;
}
