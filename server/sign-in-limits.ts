/** How often somebody may try to sign in: known and unknown addresses are counted alike. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { DEFAULT_LIMITS, type LimitSettings } from "./limit-settings.ts";

const WINDOW_SECONDS = 15 * 60;

interface Attempt {
  readonly address: string;
  /** E-mail address as it was given, where there is one. */
  readonly account?: string;
}

export interface SignInLimits {
  /**
   * Counts one attempt.
   *
   * @throws Response 429 with the time to wait
   */
  spend(attempt: Attempt): Promise<void>;
  /** Gives the attempt back: a whole workshop signs in from one address, and those who get in are no guessers. */
  restore(attempt: Attempt): Promise<void>;
  /**
   * Looks up a code that somebody typed. Only the wrong ones count: a whole workshop joins from one address within a minute.
   *
   * @param look null for a wrong code
   * @throws Response 429 after too many wrong ones, whatever is typed then
   */
  guess<T>(address: string, look: () => Promise<T | null>): Promise<T | null>;
}

/** No limits at all, for the command line and for measuring. */
export const unlimited: SignInLimits = {
  spend: async () => undefined,
  restore: async () => undefined,
  guess: (_address, look) => look(),
};

export function createSignInLimits(settings: LimitSettings = DEFAULT_LIMITS): SignInLimits {
  const limiter = (points: number, duration = WINDOW_SECONDS) => new RateLimiterMemory({ points, duration });
  const accounts = limiter(settings["sign-ins-per-account"]);
  const addresses = limiter(settings["sign-ins-per-address"]);
  const byAddress = [
    limiter(settings["wrong-codes-per-minute-and-address"], 60),
    limiter(settings["wrong-codes-per-hour-and-address"], 60 * 60),
  ];
  const byAll = limiter(settings["wrong-codes-per-minute"], 60);
  const countersOf = (address: string) => [
    ...byAddress.map((counter) => ({ counter, key: address })),
    { counter: byAll, key: "everybody" },
  ];
  return {
    async spend({ address, account }) {
      try {
        await addresses.consume(address);
        if (account !== undefined) await accounts.consume(account);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw tooMany(refused);
      }
    },
    async restore({ address, account }) {
      await addresses.reward(address);
      if (account !== undefined) await accounts.reward(account);
    },
    async guess(address, look) {
      for (const { counter, key } of countersOf(address)) {
        const wrongOnes = await counter.get(key);
        if (wrongOnes !== null && wrongOnes.remainingPoints <= 0) throw tooMany(wrongOnes);
      }
      const found = await look();
      if (found === null) await Promise.all(countersOf(address).map(({ counter, key }) => counter.penalty(key)));
      return found;
    },
  };
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): Response =>
  new Response(null, {
    status: 429,
    statusText: "Too Many Requests",
    headers: { "Retry-After": String(Math.ceil(msBeforeNext / 1000)) },
  });
