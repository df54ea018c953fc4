/** The demo's two workshops. */
export const DEMO_WORKSHOP = {
  id: "personalemangel",
  title: "Innovationsværksted om personalemangel på sundheds- og ældreområdet",
} as const;

export const NATIONAL_WORKSHOP = { id: "landet", title: "Indsatser mod personalemangel i andre kommuner" } as const;

export const WORKSHOP_MUNICIPALITIES: readonly string[] = [
  "Holbæk",
  "Billund",
  "Varde",
  "Odense",
  "Helsingør",
  "Holstebro",
  "Vejle",
  "Kolding",
];
