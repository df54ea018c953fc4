import type da from "../da/errors.ts";
import type { Texts } from "../texts.ts";

export default {
  notFound: {
    heading: "This page does not exist",
    text: "It may have been moved or deleted, or it is not shared with you.",
  },
  forbidden: {
    heading: "You cannot do that here",
    text: "It takes another role. Ask your administrator.",
  },
  tooMany: {
    heading: "One moment",
    text: "There were too many attempts in a short time. Try again in a while.",
  },
  unexpected: {
    heading: "Something went wrong on our side",
    text: "The error is in the log. Try again, and tell your administrator if it persists.",
  },
  network: {
    heading: "The page could not be fetched",
    text: "There is no connection to the server right now. What you have written on a board is kept in the browser; what stood in a form has not been sent.",
  },
  requestId: "Error number",
  toOverview: "To the overview",
  reload: "Load the page again",
} satisfies Texts<typeof da>;
