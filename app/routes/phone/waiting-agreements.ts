/** Agreements that were written while the server could not be reached: kept on the phone and sent as soon as it can. */

import type { AgreementFields } from "#app/live/commitment-form.tsx";
import { send } from "#app/live/send.ts";
import type { CommitmentProblems } from "#domain/live/commitment.ts";
import { Sending } from "./sending.ts";
import type { Kept, KeptOptions } from "./use-kept.ts";

export interface WaitingAgreement extends AgreementFields {
  /** The server was reached and did not take it: it stays here to be mended. */
  readonly isRefused: boolean;
}

type State = readonly WaitingAgreement[];

export class WaitingAgreements implements Kept<State> {
  readonly #options: KeptOptions<State>;
  readonly #key: string;
  #agreements: readonly WaitingAgreement[];
  readonly #sending = new Sending<WaitingAgreement>({
    next: () => this.#agreements.find(({ isRefused }) => !isRefused),
    sendOne: (agreement) => this.#sendOne(agreement),
    onStuck: () => undefined,
  });

  constructor(options: KeptOptions<State>) {
    this.#options = options;
    this.#key = `agreements:${options.workshopId}:${options.participantId}`;
    this.#agreements = read(options.storage.getItem(this.#key));
  }

  get state(): readonly WaitingAgreement[] {
    return this.#agreements;
  }

  /** What it says now is what is sent; its id is that of the form, so that sent twice it is one. */
  add(agreement: AgreementFields): void {
    this.#set([...this.#without(agreement.id), { ...agreement, isRefused: false }]);
    this.send();
  }

  /** Taken back into the form. */
  remove(id: string): void {
    this.#set(this.#without(id));
  }

  send(): void {
    this.#sending.send();
  }

  stop(): void {
    this.#sending.stop();
  }

  /** @returns whether the server has answered */
  async #sendOne(agreement: WaitingAgreement): Promise<boolean> {
    const { isRefused: _, ...fields } = agreement;
    const address = `/live/${this.#options.workshopId}/commitments`;
    const reply = await send<{ problems: CommitmentProblems }>(address, { ...fields, intent: "save" });
    if (!reply.ok && reply.because !== "refused" && reply.because !== "too-late") return false;
    // It was changed while it was on its way: what it says now goes next.
    if (!this.#agreements.includes(agreement)) return true;
    const isTaken = reply.ok && Object.keys(reply.value.problems).length === 0;
    const rest = this.#without(agreement.id);
    this.#set(isTaken ? rest : [...rest, { ...agreement, isRefused: true }]);
    return true;
  }

  #without(id: string): WaitingAgreement[] {
    return this.#agreements.filter((each) => each.id !== id);
  }

  #set(agreements: readonly WaitingAgreement[]): void {
    this.#agreements = agreements;
    this.#options.storage.setItem(this.#key, JSON.stringify(agreements));
    this.#options.onChange(agreements);
  }
}

function read(stored: string | null): readonly WaitingAgreement[] {
  try {
    return stored === null ? [] : (JSON.parse(stored) as WaitingAgreement[]);
  } catch {
    // Cut off by a phone that went out.
    return [];
  }
}
