import { findWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import type { Workshop } from "#domain/workshop.ts";
import { requireCan } from "./guards.server.ts";
import type { Services } from "./load-context.server.ts";
import { notFound } from "./responses.server.ts";

/** The workshop of the address, for those who may open it; for everybody else it does not exist. */
export async function requireWorkshop(context: Services, workshopId: string | undefined): Promise<Workshop> {
  const id = workshopId ?? "";
  requireCan(context, "workshop.read", await workshopSubject(context.db, id));
  const workshop = await findWorkshop(context.db, id);
  if (workshop === null) throw notFound();
  return workshop;
}
