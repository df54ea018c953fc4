import { createContext, useContext, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { createStore, type Store } from "./store.ts";
import type { CardView } from "./use-card-views.ts";

/**
 * Views of the cards on the screen, by id. A list with drag and drop costs much to paint anew, so its rows stand still
 * while people type, and each card looks its own view up here.
 */
type CardViews = Store<ReadonlyMap<string, CardView>>;

const CardViewsContext = createContext<CardViews>(createStore(new Map()));
export const CardViewsProvider = CardViewsContext.Provider;

/** Keeps the views for those below; told before the browser paints. */
export function useCardViewStore(views: ReadonlyMap<string, CardView>): CardViews {
  const [store] = useState(() => createStore(views));
  useLayoutEffect(() => store.set(views), [store, views]);
  return store;
}

/** The view of one card; painted anew only when that one changes. Null for a moment after the card has gone. */
export function useCardView(id: string): CardView | null {
  const store = useContext(CardViewsContext);
  const read = () => store.get().get(id) ?? null;
  return useSyncExternalStore(store.subscribe, read, read);
}
