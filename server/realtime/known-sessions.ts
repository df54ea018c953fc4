import type { CurrentSession } from "#app/http/load-context.server.ts";

/** Shorter than the second within which a right that is withdrawn must be gone, should nobody have told us. */
const KNOWN_FOR_MS = 1_000;
const MOST = 1_000;

export interface KnownSessionsOptions {
  readonly resolve: (cookie: string | undefined) => Promise<CurrentSession | null>;
  readonly now: () => number;
}

/**
 * Sessions that were read a moment ago: a page that opens several boards, or comes back after a restart, knocks again and
 * again with one cookie. Whatever changes rights empties it at once.
 */
export class KnownSessions {
  readonly #options: KnownSessionsOptions;
  readonly #known = new Map<string, { readonly session: CurrentSession; readonly until: number }>();
  #changes = 0;

  constructor(options: KnownSessionsOptions) {
    this.#options = options;
  }

  /** Grows with each change of rights: what was asked before one does not count after it. */
  get changes(): number {
    return this.#changes;
  }

  async resolve(cookie: string | undefined): Promise<CurrentSession | null> {
    const known = cookie === undefined ? undefined : this.#known.get(cookie);
    const now = this.#options.now();
    if (known !== undefined && now < known.until) return known.session;
    const changes = this.#changes;
    const session = await this.#options.resolve(cookie);
    if (cookie === undefined || session === null || changes !== this.#changes) return session;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(cookie, { session, until: now + KNOWN_FOR_MS });
    return session;
  }

  /** Rights have changed, whoever's they are. */
  forget(): void {
    this.#changes++;
    this.#known.clear();
  }
}
