/** The agendas to begin from: six that come with the product. */
import reference from "#domain/reference/agenda-templates.json" with { type: "json" };
import { type AgendaPlan, ANONYMITIES, PHASE_KINDS, REVEALS } from "./agenda.ts";

type ReferenceTemplate = (typeof reference.templates)[number];

export interface AgendaTemplate {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly about: string;
  readonly aboutEn: string;
  readonly items: readonly AgendaPlan[];
}

export const AGENDA_TEMPLATES: readonly AgendaTemplate[] = reference.templates.map((template) => ({
  ...template,
  items: template.items.map(planOf),
}));

function planOf(item: ReferenceTemplate["items"][number]): AgendaPlan {
  const given: {
    prompt?: string;
    anonymity?: string;
    reveal?: string;
    voteBudget?: number;
    lanes?: string[];
    byTable?: boolean;
    indicators?: string[];
  } = item;
  return {
    title: item.title,
    prompt: given.prompt ?? "",
    minutes: item.minutes,
    kind: PHASE_KINDS.find((kind) => kind === item.kind) ?? "framing",
    anonymity: ANONYMITIES.find((anonymity) => anonymity === given.anonymity) ?? "named",
    reveal: REVEALS.find((reveal) => reveal === given.reveal) ?? "by-facilitator",
    voteBudget: given.voteBudget ?? null,
    lanes: lanesOf(given.lanes ?? [], []),
    byTable: given.byTable ?? false,
    indicators: given.indicators ?? null,
  };
}

/**
 * Headings as they are written, one by one. Those that keep their words or their place keep their id, and with it the notes under
 * them.
 */
export function lanesOf(titles: readonly string[], before: AgendaPlan["lanes"]): AgendaPlan["lanes"] {
  const kept = new Set<string>();
  const byTitle = titles.map((title) => {
    const lane = before.find((each) => each.title === title && !kept.has(each.id));
    if (lane !== undefined) kept.add(lane.id);
    return lane;
  });
  return titles.map((title, index) => {
    const same = byTitle[index];
    if (same !== undefined) return same;
    const placed = before[index];
    const id = placed !== undefined && !kept.has(placed.id) ? placed.id : freeId(before, kept);
    kept.add(id);
    return { id, title };
  });
}

function freeId(before: AgendaPlan["lanes"], kept: ReadonlySet<string>): string {
  const taken = new Set([...before.map(({ id }) => id), ...kept]);
  let number = 1;
  while (taken.has(`lane-${number}`)) number++;
  return `lane-${number}`;
}
