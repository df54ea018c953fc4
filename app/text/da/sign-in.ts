export default {
  heading: "Log ind",
  intro: "Kommuner skriver deres indsatser sammen her, ser hvor de overlapper med andres, og beslutter det sammen.",
  email: "E-mail",
  emailInvalid: "Skriv en hel e-mailadresse, for eksempel navn@kommune.dk.",
  link: {
    heading: "Få et link på e-mail",
    submit: "Send mig et link",
    sentHeading: "Se i din indbakke",
    sent: "Hvis {{email}} har en konto, er der et link på vej. Det gælder i 15 minutter og kan bruges én gang.",
    again: "Send til en anden adresse",
    mailSubject: "Dit link til Sammenspil",
    mailText:
      "Log ind i Sammenspil her:\n\n{{url}}\n\nLinket gælder i 15 minutter og kan bruges én gang. Har du ikke bedt om det, kan du se bort fra mailen.",
    none: "Her sendes ikke e-mail. Bed jeres administrator eller den, der driver Sammenspil, om et link til at logge ind.",
  },
  password: {
    heading: "Med adgangskode",
    label: "Adgangskode",
    submit: "Log ind",
    missing: "Skriv din adgangskode.",
    wrong: "E-mail og adgangskode passer ikke sammen.",
  },
  demo: {
    heading: "Vælg, hvem du vil være i demoen",
    text: "Demoen bygger på kommuners offentligt kendte indsatser. Alt, hvad du ændrer, bliver i denne demo.",
    across: "På tværs",
    signInAs: "Log ind som {{name}}",
  },
  confirm: {
    heading: "Log ind i Sammenspil",
    text: "Tryk for at logge ind i denne browser.",
    submit: "Log ind",
  },
  expired: {
    heading: "Linket er brugt eller udløbet",
    text: "Et link kan bruges én gang og gælder i 15 minutter. Bed om et nyt.",
    again: "Få et nyt link",
  },
};
