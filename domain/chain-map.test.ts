import { expect, test } from "vitest";
import { type ChainInitiative, chainsOf, readChains, STATIONS } from "./chain-map.ts";
import { CHAIN_LINKS, type ChainLink } from "./initiative.ts";

const initiative = (organisationId: string, title: string, ...links: ChainLink[]): ChainInitiative => ({
  boardId: `b-${organisationId}`,
  initiativeId: title,
  title,
  status: "idea",
  organisationId,
  links,
  isRead: false,
});
const HOLBAEK = { id: "0316", name: "Holbæk" };
const AABENRAA = { id: "0580", name: "Aabenraa" };

test("each initiative stands at the stations of its links, kommuner in Danish order, those without anything too", () => {
  const chains = chainsOf(
    [AABENRAA, HOLBAEK],
    [
      initiative("0316", "Mentor", "placement", "onboarding"),
      initiative("0316", "Deltid", "working-time"),
      initiative("0316", "Kaffe"),
    ],
  );
  expect(chains.map(({ name }) => name)).toEqual(["Holbæk", "Aabenraa"]);
  const [holbaek, aabenraa] = chains;
  expect(holbaek?.stations.map((at) => at.map(({ title }) => title))).toEqual([
    [],
    [],
    [],
    ["Mentor"],
    ["Mentor"],
    ["Deltid"],
  ]);
  expect(holbaek?.without.map(({ title }) => title)).toEqual(["Kaffe"]);
  expect(aabenraa?.stations.flat()).toEqual([]);
});

test("every link of the vocabulary has a station", () => {
  for (const link of CHAIN_LINKS)
    expect(chainsOf([HOLBAEK], [initiative("0316", "x", link)])[0]?.stations.flat()).toHaveLength(1);
});

test("the sentence is counted off the drawing: who misses something, and what most miss", () => {
  const whole = STATIONS.map((station) => initiative("0316", station, station));
  const chains = chainsOf([HOLBAEK, AABENRAA], [...whole, initiative("0580", "a", "awareness")]);
  expect(readChains(chains)).toMatchObject({ broken: 1, reach: [2, 1, 1, 1, 1, 1], rarest: { count: 1 } });
  expect(readChains(chainsOf([HOLBAEK], whole))).toEqual({ broken: 0, reach: [1, 1, 1, 1, 1, 1], rarest: null });
  expect(readChains([]).rarest).toBeNull();
});
