import type da from "../da/sign-in.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Sign in",
  intro:
    "Here municipalities write their initiatives together, see where they overlap with others', and decide together.",
  email: "E-mail",
  emailInvalid: "Write a whole e-mail address, such as name@kommune.dk.",
  link: {
    heading: "Get a link by e-mail",
    submit: "Send me a link",
    sentHeading: "Look in your inbox",
    sent: "If {{email}} has an account, a link is on its way. It is valid for 15 minutes and works once.",
    again: "Send to another address",
    mailSubject: "Your link to Sammenspil",
    mailText:
      "Sign in to Sammenspil here:\n\n{{url}}\n\nThe link is valid for 15 minutes and works once. If you did not ask for it, ignore this mail.",
    none: "No e-mail is sent from here. Ask your administrator, or whoever runs Sammenspil, for a link to sign in.",
  },
  password: {
    heading: "With a password",
    label: "Password",
    submit: "Sign in",
    missing: "Write your password.",
    wrong: "E-mail and password do not match.",
  },
  demo: {
    heading: "Choose who to be in the demo",
    text: "The demo builds on publicly known initiatives of municipalities. Whatever you change stays in this demo.",
    across: "Across",
    signInAs: "Sign in as {{name}}",
  },
  confirm: {
    heading: "Sign in to Sammenspil",
    text: "Press to sign in to this browser.",
    submit: "Sign in",
  },
  expired: {
    heading: "The link has been used or has expired",
    text: "A link works once and is valid for 15 minutes. Ask for a new one.",
    again: "Get a new link",
  },
} satisfies Texts<typeof da>;
