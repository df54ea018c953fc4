export default {
  notFound: {
    heading: "Siden findes ikke",
    text: "Den kan være flyttet eller slettet, eller også er den ikke delt med dig.",
  },
  forbidden: {
    heading: "Det kan du ikke her",
    text: "Handlingen kræver en anden rolle. Spørg jeres administrator.",
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
  requestId: "Fejlnummer",
  toOverview: "Til overblikket",
  reload: "Hent siden igen",
};
