export default {
  heading: "Søg",
  label: "Søg i indsatser og aktører",
  placeholder: "Titel, ord i beskrivelsen eller en aktør",
  initiatives: "Indsatser",
  actors: "Aktører",
  found_one: "{{count}} fundet",
  found_other: "{{count}} fundet",
  nothing: "Intet passer på «{{query}}» i det, du må læse.",
};
