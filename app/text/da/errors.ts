export default {
  notFound: {
    heading: "Siden findes ikke",
    text: "Den kan være flyttet eller slettet, eller også er den ikke delt med dig.",
  },
  forbidden: {
    heading: "Det kan ikke gøres herfra",
    text: "Handlingen blev ikke sendt fra Sammenspils egen side, så intet er ændret. Åbn Sammenspil, og prøv igen.",
  },
  tooMany: {
    heading: "Vent et øjeblik",
    text: "Der kom for mange forsøg på kort tid. Prøv igen om lidt.",
  },
  unexpected: {
    heading: "Noget gik galt hos os",
    text: "Fejlen er skrevet i loggen. Prøv igen, og sig det til jeres administrator, hvis den bliver ved.",
  },
  network: {
    heading: "Siden kunne ikke hentes",
    text: "Der er ingen forbindelse til serveren lige nu. Det, du har skrevet på en tavle, ligger i browseren; det, der stod i en formular, er ikke sendt.",
  },
  tooLarge: {
    heading: "Det er for stort at sende",
    text: "Der kan højst sendes 1 MB ad gangen, så intet er gemt. Gå tilbage, og del det op.",
  },
  unreadable: {
    heading: "Det kunne ikke læses",
    text: "Serveren kunne ikke læse det, browseren sendte, så intet er ændret. Gå tilbage, hent siden igen, og prøv en gang til.",
  },
  noSpace: {
    heading: "Serveren kan ikke gemme lige nu",
    text: "Dens disk er ved at være fuld, så intet er gemt. Prøv igen om lidt, og sig det til jeres administrator, hvis det bliver ved.",
  },
  kept: "Det, du sendte, ligger her på siden, til du går væk fra den.",
  sendAgain: "Send igen",
  requestId: "Fejlnummer",
  toOverview: "Til overblikket",
  reload: "Hent siden igen",
};
