import { createContext, useContext } from "react";

/** What belongs to one rendered document and not to any screen. */
export interface PageFacts {
  /** Empty in the browser, which hides the nonces of a page from its scripts. */
  readonly nonce: string;
  /** Shown with an unexpected error, so that it is found again in the log. */
  readonly requestId: string;
}

const PageContext = createContext<PageFacts>({ nonce: "", requestId: "" });

export const PageFactsProvider = PageContext.Provider;
export const usePageFacts = (): PageFacts => useContext(PageContext);

/** Carries the request's id from the server's rendering to the browser's. */
export const REQUEST_ID_META = "request-id";
