import type { LiveView, ShownCommitment } from "#domain/live/view.ts";

export interface OwnedCommitment extends ShownCommitment {
  readonly id: string;
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly commitments: readonly OwnedCommitment[];
}

export const ofToday = ({ isFromEarlier }: ShownCommitment): boolean => !isFromEarlier;
export const ofEarlier = ({ isFromEarlier }: ShownCommitment): boolean => isFromEarlier;

interface Choice {
  readonly which: (commitment: ShownCommitment) => boolean;
  readonly compare: (a: string, b: string) => number;
}

export const commitmentsOf = (
  { commitments }: Pick<LiveView, "commitments">,
  which: Choice["which"],
): OwnedCommitment[] =>
  Object.entries(commitments)
    .map(([id, commitment]) => ({ ...commitment, id }))
    .filter(which);

/** Agreements by the kommune that owns them, in Danish order; kommuner without any are left out. */
export function commitmentsByOwner(
  view: Pick<LiveView, "commitments" | "organisations">,
  { which, compare }: Choice,
): Owner[] {
  const chosen = commitmentsOf(view, which);
  return [...new Set(chosen.map(({ ownerId }) => ownerId))]
    .map((id) => ({
      id,
      name: view.organisations[id]?.name ?? "",
      commitments: chosen.filter(({ ownerId }) => ownerId === id),
    }))
    .sort((a, b) => compare(a.name, b.name));
}

/** The kommuner of the workshop by name. */
export const municipalitiesOf = (
  { organisations }: Pick<LiveView, "organisations">,
  compare: Choice["compare"],
): { readonly id: string; readonly name: string }[] =>
  Object.entries(organisations)
    .filter(([, { isMunicipality }]) => isMunicipality)
    .map(([id, { name }]) => ({ id, name }))
    .sort((a, b) => compare(a.name, b.name));
