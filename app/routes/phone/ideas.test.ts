import { expect, test } from "vitest";
import * as Y from "yjs";
import { setTitle } from "#domain/board-doc/commands.ts";
import { initiativeIds, readInitiative } from "#domain/board-doc/snapshot.ts";
import { addParticipant, aLiveWorkshop } from "../../../tests/live-world.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action } from "./ideas.ts";

const IDEA = {
  id: "0b7e4a38-3c0e-4c0c-9b0f-5d8f3a6f1d11",
  ...{
    title: "Fælles introuge",
    actors: [],
    newActors: [],
    profession: "",
    targetGroup: "",
    chainLink: "",
    originId: null,
  },
};

test("an idea that is sent twice, as by a phone that did not hear the answer, is one on the board", async () => {
  const db = aLiveWorkshop([{ id: "ideas", kind: "ideas" }], "ideas");
  addParticipant(db, { id: "p" });
  const doc = new Y.Doc();
  const services = await servicesFor(db, "guest-p");
  const rooms = {
    edit: async (_boardId: string, _personId: string | null, change: (doc: Y.Doc) => void) => change(doc),
    settle: async () => undefined,
    liveChanged: () => undefined,
  } as unknown as typeof services.rooms;
  const send = async () => {
    const form = { idea: JSON.stringify(IDEA) };
    const answer = await action(asking({ ...services, rooms }, "/live/w/ideas", { params: { workshopId: "w" }, form }));
    return answer.json();
  };
  const written = { idea: { boardId: "holbaek", initiativeId: IDEA.id }, first: null };
  expect(await send()).toEqual(written);
  setTitle(doc, IDEA.id, "Fælles introuge i marts");
  expect(await send()).toEqual(written);
  expect(initiativeIds(doc)).toEqual([IDEA.id]);
  expect(readInitiative(doc, IDEA.id)?.title).toBe("Fælles introuge i marts");
});
