import type { Services } from "#app/http/load-context.server.ts";
import { tellReasons } from "#app/http/told-reasons.server.ts";
import type { ReasonWords } from "#app/text/reason-text.ts";
import type { FindingSide } from "#db/queries/findings.ts";
import { loadWorkshopFindings } from "#db/queries/workshop-findings.ts";
import type { FindingKind } from "#domain/finding.ts";
import { coverage, readFindingView, showFindings } from "#domain/finding-list.ts";
import type { Person } from "#domain/permissions.ts";

const SHOWN = 5;
const REASONS_SHOWN = 2;

/** One of a workshop's findings, for somebody who belongs to neither kommune. */
export interface AcrossFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly a: AcrossSide;
  readonly b: AcrossSide;
  /** Half sentences. */
  readonly reasons: readonly string[];
}
interface AcrossSide {
  readonly title: string;
  readonly municipality: string;
}

export interface Across {
  readonly workshop: { readonly id: string; readonly title: string };
  readonly waiting: number;
  readonly coverage: { readonly decided: number; readonly total: number };
  /** Where an answer is worth most. */
  readonly first: readonly AcrossFinding[];
}

interface Asking {
  readonly person: Person;
  readonly workshop: { readonly id: string; readonly title: string };
  readonly words: ReasonWords;
}

/** What a facilitator or consultant looks after: how far the kommuner of a workshop are with their findings. */
export async function loadAcross({ db }: Pick<Services, "db">, asking: Asking): Promise<Across> {
  const { person, words } = asking;
  const { id, title } = asking.workshop;
  const { inside } = await loadWorkshopFindings(db, person, id);
  const view = { ...readFindingView(new URLSearchParams()), order: "value" as const };
  const waiting = showFindings(inside, view, { ownIds: [] });
  const first = waiting.slice(0, SHOWN);
  const reasons = await tellReasons({ db }, first, { words, count: REASONS_SHOWN });
  return {
    workshop: { id, title },
    waiting: waiting.length,
    coverage: coverage(inside),
    first: first.map((finding) => ({
      id: finding.id,
      kind: finding.kind,
      a: toSide(finding.a),
      b: toSide(finding.b),
      reasons: reasons.get(finding.id) ?? [],
    })),
  };
}

const toSide = ({ title, organisation }: FindingSide): AcrossSide => ({ title, municipality: organisation.name });
