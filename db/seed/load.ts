/** A synthetic database for measuring: the same every time, of any size, in kommuner's names but with nobody's content. */
import type { Database } from "#db/client.ts";
import { createBoard, listBoards, setBoardAccess } from "#db/queries/boards.ts";
import { writeFact } from "#db/queries/installation.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { addWorkshopOrganisation } from "#db/queries/participants.ts";
import { assignRole, createPerson } from "#db/queries/people.ts";
import { createWorkshop } from "#db/queries/workshops.ts";
import { MUNICIPALITIES } from "#domain/municipality.ts";
import { seedBoard } from "./board.ts";
import type { SeedInput } from "./demo.ts";
import { syntheticInitiatives } from "./load-content.ts";
import { seedRegistry } from "./registry.ts";

export const LOAD_EMAIL = "load@demo.invalid";
const FULL = "load";
const EMPTY = "load-empty";

export interface LoadSize {
  readonly municipalities: number;
  /** Initiatives on each kommune's board. */
  readonly initiatives: number;
  /** Boards without content beside those. */
  readonly boards: number;
}

/** Fills an empty database and marks it as a demo; the load account may write every board. */
export async function seedLoad(
  db: Database,
  { now, newId }: SeedInput,
  size: LoadSize,
): Promise<{ boards: number; initiatives: number }> {
  await seedRegistry(db, now);
  await createWorkshop(db, { id: FULL, title: "Belastning", organiser: "", createdBy: null, now });
  await createWorkshop(db, { id: EMPTY, title: "Belastning, tomme tavler", organiser: "", createdBy: null, now });
  const municipalities = MUNICIPALITIES.slice(0, size.municipalities);
  for (const { code, name, fullName } of municipalities) {
    await createOrganisation(db, { id: code, kind: "municipality", name, fullName, now });
    for (const workshopId of [FULL, EMPTY]) {
      await addWorkshopOrganisation(db, { workshopId, organisationId: code, now });
    }
    const initiatives = syntheticInitiatives(Number(code), size.initiatives);
    const board = { id: `${FULL}-${code}`, workshopId: FULL, organisationId: code, visibility: "all" as const };
    await seedBoard(db, { ...board, now, initiatives });
  }
  for (let index = 0; index < size.boards; index++) {
    const organisationId = municipalities[index % municipalities.length]?.code ?? "";
    await createBoard(db, { id: `${EMPTY}-${index}`, workshopId: EMPTY, organisationId, visibility: "all", now });
  }
  await seedAccount(db, { now, newId });
  await writeFact(db, "demo", "1");
  return { boards: municipalities.length + size.boards, initiatives: municipalities.length * size.initiatives };
}

/** A consultant, to read across, with the operator's word to write every board. */
async function seedAccount(db: Database, { now, newId }: SeedInput): Promise<void> {
  const personId = newId();
  await createPerson(db, { id: personId, name: "Belastning", email: LOAD_EMAIL, now });
  const role = { role: "consultant" as const, organisationId: null, workshopId: null };
  await assignRole(db, { ...role, id: newId(), personId, createdBy: null, now });
  for (const { id } of await listBoards(db)) {
    await setBoardAccess(db, { boardId: id, personId, access: "write", now });
  }
}
