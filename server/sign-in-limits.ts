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
}

/** No limits at all, for the command line and for measuring. */
export const unlimited: SignInLimits = { spend: async () => undefined, restore: async () => undefined };

export function createSignInLimits(settings: LimitSettings = DEFAULT_LIMITS): SignInLimits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const accounts = limiter(settings["sign-ins-per-account"]);
  const addresses = limiter(settings["sign-ins-per-address"]);
  return {
    async spend({ address, account }) {
      try {
        await addresses.consume(address);
        if (account !== undefined) await accounts.consume(account);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const seconds = Math.ceil(refused.msBeforeNext / 1000);
        throw new Response(null, {
          status: 429,
          statusText: "Too Many Requests",
          headers: { "Retry-After": String(seconds) },
        });
      }
    },
    async restore({ address, account }) {
      await addresses.reward(address);
      if (account !== undefined) await accounts.reward(account);
    },
  };
}
