import { expect, test } from "vitest";
import { addPerson, aWorkshopOf, NOW } from "../../tests/factories.ts";
import { noteWork, peopleOfTimeline } from "./board-timeline.ts";
import { listFacilitators } from "./facilitators.ts";
import { listMembers } from "./organisations.ts";

test("people stand in Danish order wherever they are listed", async () => {
  const db = aWorkshopOf("holbaek");
  const names = ["anna", "Bo", "Ærlig", "Østen", "Åge", "Aase"];
  for (const id of [...names].reverse()) {
    addPerson(db, {
      id,
      roles: [
        { role: "editor", organisationId: "0316" },
        { role: "facilitator", workshopId: "w" },
      ],
    });
    noteWork(db, { boardId: "holbaek", initiativeId: "one" }, new Map([["title", { personId: id, at: NOW }]]));
  }
  const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name);
  expect(namesOf(await listMembers(db, "0316"))).toEqual(names);
  expect(namesOf(await listFacilitators(db, "w"))).toEqual(names);
  expect(namesOf(await peopleOfTimeline(db, "holbaek"))).toEqual(names);
});
