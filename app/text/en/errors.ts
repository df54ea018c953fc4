import type da from "../da/errors.ts";
import type { Texts } from "../texts.ts";

export default {
  notFound: {
    heading: "This page does not exist",
    text: "It may have been moved or deleted, or it is not shared with you.",
  },
  forbidden: {
    heading: "That cannot be done from here",
    text: "It was not sent from Sammenspil's own page, so nothing has changed. Open Sammenspil and try again.",
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
  tooLarge: {
    heading: "That is too large to send",
    text: "At most 1 MB can be sent at a time, so nothing was saved. Go back and divide it.",
  },
  unreadable: {
    heading: "That could not be read",
    text: "The server could not read what the browser sent, so nothing has changed. Go back, load the page again and try once more.",
  },
  noSpace: {
    heading: "The server cannot save right now",
    text: "Its disk is nearly full, so nothing was saved. Try again in a while, and tell your administrator if it persists.",
  },
  kept: "What you sent stays on this page until you leave it.",
  sendAgain: "Send again",
  requestId: "Error number",
  toOverview: "To the overview",
  reload: "Load the page again",
} satisfies Texts<typeof da>;
