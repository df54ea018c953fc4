/** The people and boards that the tests of rooms are about. */
import type { CurrentSession } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { loadPerson } from "#db/queries/people.ts";
import { sessionInForce } from "#db/queries/sessions.ts";
import { session } from "#db/schema/person.ts";
import { roomName } from "#domain/board-doc/wire.ts";
import { addBoard, addMunicipality, addPerson, addWorkshop } from "./factories.ts";

/** Two kommuner of one workshop; each may read the other's board, and only its own people write it. */
export const WORKSHOP = "workshop";
export const BOARD = "board-holbaek";
export const OTHER_BOARD = "board-varde";
export const ROOM = roomName({ boardId: BOARD, generation: 1 });
export const OTHER_ROOM = roomName({ boardId: OTHER_BOARD, generation: 1 });
export type PersonName = "hr" | "care" | "varde" | "stranger";

/** Fills an empty database with the people and boards of the tests. */
export function addTestWorld(db: Database): void {
  const [holbaek, varde] = [
    addMunicipality(db, { id: "0316", name: "Holbæk" }),
    addMunicipality(db, { id: "0573", name: "Varde" }),
  ];
  addWorkshop(db, { id: WORKSHOP, organisationIds: [holbaek, varde] });
  addBoard(db, { id: BOARD, workshopId: WORKSHOP, organisationId: holbaek });
  addBoard(db, { id: OTHER_BOARD, workshopId: WORKSHOP, organisationId: varde });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: holbaek }] });
  addPerson(db, { id: "care", roles: [{ role: "editor", organisationId: holbaek }] });
  addPerson(db, { id: "varde", roles: [{ role: "editor", organisationId: varde }] });
  addPerson(db, { id: "stranger" });
  const at = new Date();
  for (const personId of ["hr", "care", "varde", "stranger"]) {
    const id = sessionOf(personId);
    db.insert(session)
      .values({ id, token: id, personId, expiresAt: new Date(at.getTime() + 3_600_000), createdAt: at, updatedAt: at })
      .run();
  }
}

export const sessionOf = (personId: string): string => `session-${personId}`;

/** The cookie is the session's id: what a signed one proves is tested where sessions are made. */
export const resolveTestSession =
  (db: Database) =>
  async (cookie: string | undefined): Promise<CurrentSession | null> => {
    const id = /^session=(.+)$/.exec(cookie ?? "")?.[1];
    if (id === undefined || !(await sessionInForce(db, id, Date.now()))) return null;
    const person = await loadPerson(db, id.replace("session-", ""));
    return person === null ? null : { id, person };
  };
