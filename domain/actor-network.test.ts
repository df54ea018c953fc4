import { expect, test } from "vitest";
import { ACTORS_DRAWN, cutNetwork, MUNICIPALITIES_DRAWN } from "#domain/actor-network.ts";
import { anEntry, registryOf } from "#domain/actor-registry-fixture.ts";

const registryOfUnions = (...ids: string[]) =>
  registryOf(...ids.map((id) => anEntry(id, { name: `${id} in full`, shortName: id === "foa" ? "FOA" : null })));
const tie = (organisationId: string, actorId: string, initiatives = 1) => ({ organisationId, actorId, initiatives });
const column = (id: string, initiatives = 1) => ({ id, name: id, initiatives });

test("N1 actors come with most kommuner first, kommuner with most work with them first", () => {
  const network = cutNetwork({
    ties: [tie("0316", "vuc", 5), tie("0316", "foa"), tie("0530", "foa", 2)],
    columns: [column("0316", 4), column("0530", 7), column("0573")],
    registry: registryOfUnions("foa", "vuc"),
  });
  expect(network.actors.map(({ id, initiatives, shortName }) => [id, initiatives, shortName])).toEqual([
    ["foa", 3, "FOA"],
    ["vuc", 5, "vuc in full"],
  ]);
  expect(network.municipalities.map(({ id, initiatives }) => [id, initiatives])).toEqual([
    ["0316", 4],
    ["0530", 7],
  ]);
});

test("N2 what is drawn is limited, and no line leads to something that is not drawn", () => {
  const actors = Array.from({ length: ACTORS_DRAWN + 5 }, (_, index) => `actor-${index}`);
  const municipalities = Array.from({ length: MUNICIPALITIES_DRAWN + 5 }, (_, index) => String(index));
  const network = cutNetwork({
    ties: municipalities.flatMap((id) => actors.map((actor) => tie(id, actor))),
    columns: municipalities.map(column),
    registry: registryOfUnions(...actors),
  });
  expect(network.actors).toHaveLength(ACTORS_DRAWN);
  expect(network.municipalities).toHaveLength(MUNICIPALITIES_DRAWN);
  expect(network.ties).toHaveLength(ACTORS_DRAWN * MUNICIPALITIES_DRAWN);
  expect(network.actorsInAll).toBe(ACTORS_DRAWN + 5);
  expect(network.actors[0]?.municipalityIds).toHaveLength(MUNICIPALITIES_DRAWN + 5);
});

test("N3 an actor that the registry does not know is left out", () => {
  const network = cutNetwork({ ties: [tie("0316", "ghost")], columns: [column("0316")], registry: registryOfUnions() });
  expect(network).toEqual({ actors: [], municipalities: [], ties: [], actorsInAll: 0 });
});
