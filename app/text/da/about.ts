export default {
  accessibility: {
    heading: "Tilgængelighedserklæring",
    intro:
      "Sammenspil er lavet for at kunne bruges af alle, der arbejder sammen om en tavle. Vi retter os efter WCAG 2.2, niveau A og AA.",
    how: "Sådan er det tænkt",
    howItems: {
      keyboard: "Alt kan gøres med tastaturet alene. Kort flyttes med piletaster eller med menuen «Flyt til …».",
      changes: "Når andre ændrer noget, læses det op, uden at du mister din plads.",
      colour: "Farver står aldrig alene; der er altid også et ord eller et tegn.",
      zoom: "Siderne kan bruges ved 320 pixels bredde og ved 200 procents tekst.",
      motion: "Har du bedt om mindre bevægelse, står alting stille.",
      noScript: "Tavlen kan læses uden JavaScript.",
    },
    limits: "Kendte begrænsninger",
    limitItems: {
      network: "Aktørnettet på siden Sammenlign er en tegning. Tabellen ved siden af viser det samme.",
      editor: "I beskrivelsen vises andres markører kun for øjet. Hvem der skriver, læses op for hele kortet.",
      test: "Siderne er gennemgået med automatiske prøver og tastatur, endnu ikke af brugere med skærmlæser.",
    },
    contact: "Fandt du noget, der ikke virker?",
    contactText:
      "Skriv eller ring til jeres administrator, eller til den myndighed, der driver denne installation. Driftsansvarlige kan sætte adressen på deres egen erklæring, som så vises i stedet for denne side.",
    updated: "Sidst opdateret 22. november 2026.",
  },
  privacy: {
    heading: "Privatliv",
    intro:
      "Sammenspil er til arbejde mellem kommuner. Det gemmer så lidt om mennesker som muligt, og intet sendes til andre.",
    stored: "Hvad der gemmes om dig",
    storedItems: {
      account: "Dit navn, din e-mail, din organisation og dine roller.",
      sessions: "Hvor du er logget ind: browserens navn og tidspunkter, til du logger ud, og højst 7 dage.",
      changes: "Hvem der har rettet hvad på en tavle, og hvornår; og hvem der har svaret på et fund.",
      log: "En log over log ind, invitationer, roller, deling, sletning, svar på fund og filer, der hentes. Den rummer ikke det, I skriver.",
    },
    seen: "Hvem ser det",
    seenItems: {
      name: "Dit navn ser de, der kan læse den samme tavle.",
      email: "Din e-mail ser kun din egen organisation og systemadministratoren.",
      boards:
        "Jeres tavle ser de, som jeres administrator har valgt. Det, I ikke deler, tæller ingen steder hos andre.",
    },
    cookies: "Cookies",
    cookiesText:
      "Kun to, som er nødvendige: den, der holder dig logget ind, og den, der husker sproget. Ingen statistik, og intet indhold fra andre steder.",
    offline: "I browseren",
    offlineText: "Tavler, du har åbnet, gemmes i browseren, så du kan skrive uden net. De slettes, når du logger ud.",
    content: "Skriv om indsatser, ikke om mennesker",
    contentText: "Skriv ikke om borgere, enkelte medarbejdere eller helbred, og aldrig et CPR-nummer.",
    rights: "Dine rettigheder",
    rightsText:
      "Hver kommune er dataansvarlig for sine egne ansatte; den, der driver Sammenspil, er databehandler. Vil du have indsigt, rettelse eller sletning, så skriv til din egen kommune. Afsluttes din adgang, bliver det, du har skrevet, stående.",
  },
};
