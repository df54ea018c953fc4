/** The words at the side of the table of kommuner: the same on the screen and in the file. */
import type { TFunction } from "i18next";
import { isActorType } from "#domain/actor.ts";
import { type Matrix, type MatrixRows, UNTAGGED } from "#domain/compare.ts";
import { CHAIN_LINKS, type ChainLink, isInitiativeStatus } from "#domain/initiative.ts";
import { termLabel } from "#domain/vocabulary.ts";
import type { Language } from "./texts.ts";

export interface CompareWords {
  readonly t: TFunction<"compare">;
  readonly word: TFunction<"vocabulary">;
  readonly language: Language;
}

/** The name of every row of the table. */
export function matrixLabels(
  { rows, untagged }: Matrix,
  kind: MatrixRows,
  words: CompareWords,
): Record<string, string> {
  const all = [...rows, ...(untagged === null ? [] : [untagged])];
  return Object.fromEntries(all.map(({ id }) => [id, matrixRowLabel(kind, id, words)]));
}

const isChainLink = (id: string): id is ChainLink => (CHAIN_LINKS as readonly string[]).includes(id);

export function matrixRowLabel(rows: MatrixRows, id: string, { t, word, language }: CompareWords): string {
  if (id === UNTAGGED) return t(`untagged.${rows}`);
  if (rows === "themes" || rows === "professions") return termLabel(rows, id, language);
  if (isChainLink(id)) return word(`chainLink.${id}`);
  if (isActorType(id)) return word(`actorType.${id}`);
  return isInitiativeStatus(id) ? word(`status.${id}`) : id;
}
