/** Sends what waits on this phone, one after the other, until the server has answered for each; a while later again when it does not. */

const AGAIN_MS = 2_500;

export interface SendingOptions<Waiting> {
  /** What is to be sent next. */
  readonly next: () => Waiting | undefined;
  /** @returns whether the server has answered; what it answered has been dealt with */
  readonly sendOne: (waiting: Waiting) => Promise<boolean>;
  /** The last one got no answer, or got one again. */
  readonly onStuck: (isStuck: boolean) => void;
}

export class Sending<Waiting> {
  readonly #options: SendingOptions<Waiting>;
  #isSending = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: SendingOptions<Waiting>) {
    this.#options = options;
  }

  /** Now; also when the network has come back. */
  send(): void {
    this.#rest();
    if (!this.#isSending && !this.#isStopped) void this.#sendAll();
  }

  stop(): void {
    this.#isStopped = true;
    this.#rest();
  }

  async #sendAll(): Promise<void> {
    const { next, sendOne, onStuck } = this.#options;
    this.#isSending = true;
    for (let waiting = next(); waiting !== undefined && !this.#isStopped; waiting = next()) {
      const isAnswered = await sendOne(waiting);
      onStuck(!isAnswered);
      if (!isAnswered) {
        this.#timer = setTimeout(() => this.send(), AGAIN_MS);
        break;
      }
    }
    this.#isSending = false;
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
