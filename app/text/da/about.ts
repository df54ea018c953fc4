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
      "Kun nødvendige: den, der holder dig logget ind, den, der husker sproget, og for gæster i et værksted den, der husker pladsen, til 30 dage efter at værkstedet er lukket. Ingen statistik, og intet indhold fra andre steder.",
    offline: "I browseren",
    offlineText: "Tavler, du har åbnet, gemmes i browseren, så du kan skrive uden net. De slettes, når du logger ud.",
    content: "Skriv om indsatser, ikke om mennesker",
    contentText: "Skriv ikke om borgere, enkelte medarbejdere eller helbred, og aldrig et CPR-nummer.",
    rights: "Dine rettigheder",
    rightsText:
      "Hver kommune er dataansvarlig for sine egne ansatte; den, der driver Sammenspil, er databehandler. Vil du have indsigt, rettelse eller sletning, så skriv til din egen kommune. Afsluttes din adgang, bliver det, du har skrevet, stående.",
  },
  check: {
    heading: "Sådan virker synergitjekket",
    intro:
      "Synergitjekket læser, hvad kommunerne skriver om deres indsatser, og peger på par, som er værd at tale om. Det foreslår; begge kommuner afgør.",
    reads: "Hvad det læser",
    readsItems: {
      text: "Titel og beskrivelse. Det kender bøjninger, forkortelser som «SSA» og almindelige tastefejl.",
      tags: "Faggrupper, temaer, målgrupper og led i kæden, når I har valgt dem. De må gerne stå tomme.",
      actors: "Aktørerne: dem, I har sat på kortet, og dem, teksten nævner, når aktørregistret kender dem.",
      phase: "Hvor langt indsatsen er. Står det ikke på kortet, men i teksten, tæller det også.",
    },
    kinds: "Fire slags fund",
    kind: {
      overlap: "Det samme middel til de samme mennesker, og I er omtrent lige langt. Kan I gøre det sammen?",
      "learn-from": "Det samme, men den ene har prøvet det. Spørg, før I begynder forfra.",
      "shared-actor": "I arbejder med den samme skole, forening eller virksomhed om noget beslægtet. Spørg sammen.",
      complementary: "Indsatser, der følger efter hinanden for de samme mennesker, som et forløb før en uddannelse.",
    },
    why: "Hvorfor et par bliver vist",
    whyItems: {
      points: "Hver grund giver point, og det, der taler imod, trækker fra. Det er hele regnestykket.",
      evidence:
        "Mindst to grunde skal kunne udpeges i begge indsatser. På parrets side står grundene i ord, og stederne i teksterne er markeret.",
      strength: "Pointene bliver til ét af tre ord: {{strong}}, {{medium}} eller {{weak}}.",
      same: "De samme tekster giver altid de samme point, uanset hvad andre skriver.",
    },
    limits: "Hvad det ikke kan",
    limitsItems: {
      unwritten: "Det, ingen har skrevet, finder det ikke. En god beskrivelse på to linjer er nok.",
      quality: "Det siger ikke, om en indsats virker, og ikke, hvem der gør det bedst.",
      words:
        "Det kender mange af de ord, der ligner hinanden og betyder noget andet, men ikke alle. Sig til ved at svare «{{unrelated}}».",
      national: "Landsdækkende organisationer som KL regnes aldrig for en fælles aktør.",
    },
    when: "Hvornår det kigger",
    whenText:
      "Mens I skriver, viser kortet de nærmeste indsatser hos andre. Fundene kommer, når ingen har skrevet i indsatsen i fem sekunder, og ellers efter højst tyve; er der travlt på serveren, lidt senere. Et svar, I har givet, bliver stående, til indholdet af en af de to indsatser ændrer sig.",
    where: "Hvor det foregår",
    whereText:
      "På den server, som Sammenspil kører på. Der er ingen sprogmodel, og ingen tekst sendes til andre. I ser kun fund mellem indsatser, som I må læse.",
  },
};
