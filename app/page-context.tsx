import { createContext, useContext } from "react";

/** What belongs to one rendered document and not to any screen. */
export interface PageFacts {
  /** Empty in the browser, which hides the nonces of a page from its scripts. */
  readonly nonce: string;
}

const PageContext = createContext<PageFacts>({ nonce: "" });

export const PageFactsProvider = PageContext.Provider;
export const usePageFacts = (): PageFacts => useContext(PageContext);
