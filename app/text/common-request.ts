/** One letter in place of many: what several kommuner want to ask an actor for, as a draft. */
import type { TFunction } from "i18next";
import { BUSY_ACTOR_MUNICIPALITIES } from "#domain/actor.ts";
import { type InitiativeStatus, laneOf } from "#domain/initiative.ts";
import type { Format } from "./format.ts";

export interface CommonRequest {
  /** The actor's. */
  readonly name: string;
  readonly municipalities: readonly {
    readonly name: string;
    readonly uses: readonly { readonly title: string; readonly status: InitiativeStatus }[];
  }[];
}

/** What is finished asks nobody for anything. Null where too few are left for one letter to beat several. */
export function commonRequestOf({ name, municipalities }: CommonRequest): CommonRequest | null {
  const asking = municipalities.flatMap((municipality) => {
    const uses = municipality.uses.filter(({ status }) => laneOf(status) !== "finished");
    return uses.length === 0 ? [] : [{ name: municipality.name, uses }];
  });
  return asking.length < BUSY_ACTOR_MUNICIPALITIES ? null : { name, municipalities: asking };
}

export interface LetterWords {
  readonly t: TFunction<"actors">;
  readonly word: TFunction<"vocabulary">;
  readonly format: Pick<Format, "list">;
}

/** Plain text, to be sent from somebody's own mail. */
export function commonRequestLetter({ name, municipalities }: CommonRequest, { t, word, format }: LetterWords): string {
  const wishes = municipalities.map((municipality) => {
    const lines = municipality.uses.map(({ title, status }) => `– ${title} (${word(`status.${status}`)})`);
    return [municipality.name, ...lines].join("\n");
  });
  const count = municipalities.length;
  return [
    t("request.greeting", { name }),
    t("request.opening", { count }),
    ...wishes,
    t("request.proposal"),
    `${t("request.closing")}\n${format.list(municipalities.map((municipality) => municipality.name))}`,
  ].join("\n\n");
}
