import type { MetaDescriptor } from "@remix-run/react";

/** The title of the window: the page's own first, as loaders give it in the page's language. */
export const pageTitle = (title: string | undefined): MetaDescriptor[] => [
  { title: title === undefined ? "Sammenspil" : `${title} · Sammenspil` },
];
