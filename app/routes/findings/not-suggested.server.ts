import type { Services } from "#app/http/load-context.server.ts";
import { type ReasonWords, reasonText } from "#app/text/reason-text.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { initiativeTitles } from "#db/queries/checked-initiatives.ts";
import type { Person } from "#domain/permissions.ts";
import type { InitiativePlace } from "#domain/synergy/initiative-key.ts";

export interface NotSuggestedSide extends InitiativePlace {
  readonly title: string;
  readonly municipality: string;
}
export interface NotSuggested {
  readonly a: NotSuggestedSide;
  readonly b: NotSuggestedSide;
  /** What speaks against it most, in words. */
  readonly against: string;
}

const MOST = 15;

export async function loadNotSuggested(
  { db, synergy }: Services,
  { person, workshopId, words }: { person: Person; workshopId: string; words: ReasonWords },
): Promise<NotSuggested[]> {
  const boards = (await readableBoards(db, person)).filter(({ workshop }) => workshop.id === workshopId);
  const municipalityOf = new Map(boards.map(({ id, organisation }) => [id, organisation.name]));
  const titles = await initiativeTitles(
    db,
    boards.map(({ id }) => id),
  );
  const pairs = await synergy.passedOver([...titles.keys()].map(placeOfTitle), MOST);
  const sideOf = ({ boardId, initiativeId }: InitiativePlace): NotSuggestedSide => ({
    boardId,
    initiativeId,
    title: titles.get(`${boardId} ${initiativeId}`) ?? "",
    municipality: municipalityOf.get(boardId) ?? "",
  });
  return pairs.flatMap(({ a, b, against: [first] }) =>
    first === undefined ? [] : [{ a: sideOf(a), b: sideOf(b), against: reasonText(first, words) }],
  );
}

const placeOfTitle = (key: string): InitiativePlace => {
  const [boardId = "", initiativeId = ""] = key.split(" ");
  return { boardId, initiativeId };
};
