/**
 * The check in the browser, over one's own board: what is shown while nobody can be asked. It comes by itself, after the
 * first answer of the server, so that it is here when the network is not.
 */
import type { i18n } from "i18next";
import { asSentence, type ReasonWords, shortReasons } from "#app/text/reason-text.ts";
import type { Language } from "#app/text/texts.ts";
import { evidenceOf, stretchesIn } from "#domain/highlight.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createEngine, type Engine } from "#domain/synergy/engine.ts";
import { initiativeKey, placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { ShownPair, SynergyInitiative } from "#domain/synergy/types.ts";
import type { ActorName, RelatedInitiative } from "./board-data.ts";
import { passageAround } from "./passage.ts";
import type { SimilarDraft } from "./use-similar.ts";

const SHOWN = 5;
const ALL = 100;
const REASONS = 3;
/** Under this id a card that does not exist yet is asked about. */
const NOT_YET = "-";

export interface OwnBoard {
  readonly boardId: string;
  readonly municipality: string;
  readonly actorOf: (id: string) => ActorName | null;
}

type Text = Omit<SimilarDraft, "initiativeId" | "all">;

const textOf = ({ title, descriptionText, status, startYear, tags, actors }: InitiativeSnapshot): Text => ({
  title,
  description: descriptionText,
  status,
  startYear,
  tags,
  actorIds: actors.filter(({ role }) => role !== "missing").map(({ actorId }) => actorId),
});

const wordsOf = (texts: i18n): ReasonWords => ({
  t: texts.getFixedT(null, "reasons"),
  word: texts.getFixedT(null, "vocabulary"),
  language: texts.language as Language,
});

export class OwnBoardCheck {
  readonly #board: OwnBoard;
  readonly #engine: Engine = createEngine({ registry: referenceRegistry(), chainAcrossMunicipalities: true });
  /** What the engine has read, as objects that are other ones when they say something else. */
  readonly #read = new Map<string, InitiativeSnapshot>();

  constructor(board: OwnBoard) {
    this.#board = board;
  }

  /** The board's initiatives that have to do with the draft, the strongest first. */
  similar(
    initiatives: readonly InitiativeSnapshot[],
    draft: SimilarDraft,
    texts: i18n,
  ): { related: RelatedInitiative[]; hasMore: boolean } {
    this.#bringUpToDate(initiatives);
    const shown = draft.all === true ? ALL : SHOWN;
    const pairs = this.#engine.similar(this.#initiative(draft.initiativeId ?? NOT_YET, draft), {
      limit: shown + 1,
      accepts: () => true,
    });
    const words = wordsOf(texts);
    return {
      related: pairs.slice(0, shown).flatMap((pair) => this.#related(pair, words)),
      hasMore: pairs.length > shown,
    };
  }

  #bringUpToDate(initiatives: readonly InitiativeSnapshot[]): void {
    const standing = new Map(initiatives.filter(({ binnedAt }) => binnedAt === null).map((each) => [each.id, each]));
    for (const id of [...this.#read.keys()]) {
      if (standing.has(id)) continue;
      this.#engine.remove(initiativeKey(this.#board.boardId, id));
      this.#read.delete(id);
    }
    for (const [id, initiative] of standing) {
      if (this.#read.get(id) === initiative) continue;
      this.#engine.add(this.#initiative(id, textOf(initiative)));
      this.#read.set(id, initiative);
    }
  }

  #initiative(id: string, { tags, actorIds, title, description, status, startYear }: Text): SynergyInitiative {
    return {
      key: initiativeKey(this.#board.boardId, id),
      municipality: this.#board.municipality,
      title,
      description,
      status,
      startYear,
      professions: tags.professions ?? [],
      themes: tags.themes ?? [],
      activities: tags.activities ?? [],
      targetGroups: tags.targetGroups ?? [],
      departments: tags.departments ?? [],
      chainLinks: tags.chainLinks ?? [],
      actors: actorIds.flatMap((actorId) => {
        const actor = this.#board.actorOf(actorId);
        return actor === null ? [] : [{ id: actor.id, name: actor.name, type: actor.type }];
      }),
    };
  }

  #related({ b, kind, strength, reasons }: ShownPair, words: ReasonWords): RelatedInitiative[] {
    const { boardId, initiativeId } = placeOfKey(b);
    const other = this.#read.get(initiativeId);
    if (other === undefined) return [];
    const evidence = evidenceOf(reasons, "b");
    const titleMarks = stretchesIn(evidence, "title");
    const passage = passageAround(other.descriptionText, stretchesIn(evidence, "description"));
    return [
      {
        boardId,
        initiativeId,
        municipality: this.#board.municipality,
        title: other.title,
        status: other.status,
        kind,
        strength,
        why: shortReasons(reasons, words, { count: REASONS }).map(asSentence),
        titleMarks,
        passage: titleMarks.length > 0 ? null : passage,
        findingId: null,
      },
    ];
  }
}
