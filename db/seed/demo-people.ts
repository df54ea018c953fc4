import type { Database } from "#db/client.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { assignRole, createPerson } from "#db/queries/people.ts";
import { municipalityNamed } from "#domain/municipality.ts";
import type { RoleAssignment } from "#domain/organisation.ts";
import type { SeedInput } from "./demo.ts";
import { DEMO_WORKSHOP, NATIONAL_WORKSHOP, WORKSHOP_MUNICIPALITIES } from "./demo-names.ts";

interface DemoPerson {
  readonly name: string;
  /** Before the @. */
  readonly mailbox: string;
  readonly roles: readonly RoleAssignment[];
}

const KL = "kl";
const nowhere = { organisationId: null, workshopId: null };

const ACROSS: readonly DemoPerson[] = [
  {
    name: "Facilitator",
    mailbox: "facilitator",
    roles: [DEMO_WORKSHOP, NATIONAL_WORKSHOP].map(({ id }) => ({
      role: "facilitator",
      organisationId: null,
      workshopId: id,
    })),
  },
  { name: "KL-konsulent", mailbox: "kl-konsulent", roles: [{ ...nowhere, role: "consultant", organisationId: KL }] },
  { name: "Aktørregister", mailbox: "aktoerregister", roles: [{ ...nowhere, role: "steward", organisationId: KL }] },
  { name: "Systemadministrator", mailbox: "systemadministrator", roles: [{ ...nowhere, role: "system-admin" }] },
];

/** Named by what they are; their addresses can receive no mail. */
export async function seedDemoPeople(db: Database, { now, newId }: SeedInput): Promise<void> {
  const kl = { id: KL, kind: "kl" as const, name: "KL", fullName: "KL – Kommunernes Landsforening" };
  await createOrganisation(db, { ...kl, now });
  for (const { name, mailbox, roles } of [...WORKSHOP_MUNICIPALITIES.flatMap(peopleOf), ...ACROSS]) {
    const personId = newId();
    await createPerson(db, { id: personId, name, email: `${mailbox}@demo.invalid`, now });
    for (const role of roles) await assignRole(db, { ...role, id: newId(), personId, createdBy: null, now });
  }
}

function peopleOf(kommune: string): DemoPerson[] {
  const municipality = municipalityNamed(kommune);
  if (municipality === null) throw new Error(`${kommune} is no kommune.`);
  const { code, slug } = municipality;
  const at = (role: "kommune-admin" | "editor") => [{ role, organisationId: code, workshopId: null }];
  return [
    { name: `Administrator, ${kommune}`, mailbox: `administrator.${slug}`, roles: at("kommune-admin") },
    { name: `HR, ${kommune}`, mailbox: `hr.${slug}`, roles: at("editor") },
    { name: `Hjemmeplejen, ${kommune}`, mailbox: `hjemmeplejen.${slug}`, roles: at("editor") },
  ];
}
