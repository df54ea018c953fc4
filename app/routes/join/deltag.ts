import { redirect } from "@remix-run/node";

/** The Danish address that people are told leads to the code. */
export const loader = () => redirect("/join");
