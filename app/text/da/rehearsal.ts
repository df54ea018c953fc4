export default {
  heading: "Prøvekørsel",
  what: "40 simulerede deltagere løber hele dagsordenen igennem på et minut: deltager, skriver, stemmer og spørger. Intet af det bliver stående, og ingen i værkstedet ser det.",
  start: "Kør en prøve",
  again: "Kør en prøve til",
  joining: "Deltagerne kommer …",
  at: "Punkt {{at}} af {{items}}: {{title}}",
  well: "Det gik godt: {{items}} punkter, {{done}} handlinger, ingen fejl. Alt fra prøven er slettet.",
  badly: "Det gik galt ved punkt {{at}} af {{items}}: {{title}}. Alt fra prøven er slettet.",
};
