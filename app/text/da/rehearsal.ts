export default {
  heading: "Prøvekørsel",
  what: "40 simulerede deltagere løber hele dagsordenen igennem på et minut: deltager, skriver, stemmer og spørger. Intet af det bliver stående, og ingen i værkstedet ser det.",
  start: "Kør en prøve",
  again: "Kør en prøve til",
  joining: "Deltagerne kommer …",
  at: "Punkt {{at}} af {{items}}: {{title}}",
  well: "Det gik godt: {{items}} punkter, {{done}} handlinger, ingen fejl.",
  badly: "Det gik galt ved punkt {{at}} af {{items}}: {{title}}. Prøven standsede der.",
  notBegun: "Det gik galt, før prøven var nået til det første punkt.",
  trouble:
    "Prøv igen. Går det galt igen, så giv den, der driver Sammenspil, dette nummer: {{trouble}}. Årsagen står under det i serverens log.",
  wiped: "Alt fra prøven er slettet.",
  notWiped: "Noget af prøven kunne ikke slettes. Ingen ser det, og det slettes, når serveren startes næste gang.",
};
