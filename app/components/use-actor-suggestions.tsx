import type { ReactNode } from "react";
import { useAsked } from "#app/http/use-asked.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorSuggestion } from "#domain/actor-registry.ts";
import { ActorMark } from "./actor-mark.tsx";
import type { Suggestion } from "./combobox.tsx";

/** What is typed when nobody in the registry has the name: offered as a new entry. */
export const NEW_ACTOR = "new";

/** After the last letter. */
const PAUSE_MS = 120;
/** One letter is no name. */
const SHORTEST_NAME = 2;

export interface ActorSuggestions {
  /** What was typed, as a name. */
  readonly typed: string;
  /** The registry's, and the typed name as a new entry under the id `NEW_ACTOR`. */
  readonly suggestions: readonly Suggestion[];
  readonly find: (id: string) => ActorSuggestion | undefined;
  /** Instead of "none found". */
  readonly empty: ReactNode;
}

/** The name in what is typed, with or without an @ before it. */
const nameIn = (text: string) => text.normalize("NFC").trim().replace(/^@/, "").trim();

/**
 * Actors by name, former name or short name. A name is offered as new only when the registry has answered for it and lacks it:
 * who taps the first line while the answer is on its way would otherwise make a second entry of a school that is there.
 *
 * @param beforeTyping whether actors are put forward while nothing is typed
 */
export function useActorSuggestions(text: string, beforeTyping: boolean): ActorSuggestions {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { t: common } = useTranslation("common");
  const typed = nameIn(text);
  const { answer, isAsking, failed } = useAsked<{ suggestions: ActorSuggestion[] }>(
    typed === "" && !beforeTyping ? null : `/actors/suggest?q=${encodeURIComponent(typed)}`,
    PAUSE_MS,
  );
  const known = answer?.suggestions ?? [];
  const isNew = answer !== null && !isAsking && !known.some(({ isWhole }) => isWhole) && typed.length >= SHORTEST_NAME;
  return {
    typed,
    suggestions: [
      ...known.map(({ id, name, type, alias }) => ({
        id,
        label: name,
        hint: [word(`actorType.${type}`), ...(alias === null ? [] : [t("actors.formerly", { alias })])].join(" · "),
        icon: <ActorMark type={type} />,
      })),
      ...(isNew ? [{ id: NEW_ACTOR, label: t("actors.create", { name: typed }) }] : []),
    ],
    find: (id) => known.find((each) => each.id === id),
    empty:
      failed === null ? isAsking && t("actors.looking") : <span role="alert">{common(`withoutAnswer.${failed}`)}</span>,
  };
}
