export default {
  product: "Sammenspil",
  skipToContent: "Gå til indholdet",
  demo: "Demo",
  demoExplained: "En demo med offentligt kendte indsatser. Svar, ændringer og aktørers roller her er ikke kommunernes.",
  demoRoles: "Kilderne nævner aktørerne, men sjældent hvad de gør. Rollerne er demoens, ikke kommunernes.",
  nav: {
    label: "Hovedmenu",
    open: "Menu",
    overview: "Overblik",
    workshops: "Værksteder",
    compare: "Sammenlign",
    actors: "Aktører",
    breadcrumbs: "Brødkrummer",
  },
  person: {
    menu: "Menu for {{name}}",
    account: "Min konto",
    organisations: "Organisationer",
    signOut: "Log ud",
    signIn: "Log ind",
  },
  search: {
    open: "Søg i indsatser, aktører …",
    shortcut: "Ctrl K",
  },
  footer: {
    accessibility: "Tilgængelighedserklæring",
    privacy: "Privatliv",
    check: "Sådan virker synergitjekket",
    language: "English",
    sources:
      "Kommuner og regioner: Danmarks Statistik og Klimadatastyrelsen (CC BY 4.0). Indsatser i demoen står med deres kilde.",
  },
  actions: {
    cancel: "Annullér",
    close: "Luk",
    undo: "Fortryd",
    print: "Udskriv",
  },
  saved: "Gemt",
  noResults: "Ingen fundet",
  aboutPeople: {
    hint: "Skriv ikke om enkelte borgere eller medarbejdere.",
    number: "Det ligner et CPR-nummer. Skriv ikke personoplysninger om borgere eller medarbejdere her.",
  },
  withoutAnswer: {
    "signed-out": "Du er logget ud. Log ind igen i et andet vindue; det, du har skrevet her, bliver stående.",
    refused: "Serveren kunne ikke svare lige nu. Prøv igen om lidt.",
    unreachable: "Der er ingen forbindelse til serveren lige nu.",
  },
  notifications: "Beskeder",
  copyByHand: "Markér linket og kopiér det.",
};
