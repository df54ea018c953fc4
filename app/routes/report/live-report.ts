/** What a live workshop brought about, as its report tells it: made of what everybody saw, so that nothing hidden can be in it. */
import { originText } from "#app/live/origins.ts";
import type { BallotResult } from "#domain/live/ballot.ts";
import type { CommitmentStatus } from "#domain/live/commitment.ts";
import { byVotes, owed } from "#domain/live/question.ts";
import { agendaOf, type LiveView, type ShownQuestion } from "#domain/live/view.ts";

export interface ReportAgreement {
  readonly what: string;
  readonly owner: string;
  readonly partners: readonly string[];
  readonly firstStep: string;
  readonly due: string;
  readonly status: CommitmentStatus;
  /** The idea that it came from; null when it came from none that is shown. */
  readonly origin: string | null;
}

export interface LiveReport {
  readonly isClosed: boolean;
  readonly decisions: readonly { readonly text: string; readonly at: number }[];
  readonly agreements: readonly ReportAgreement[];
  /** Earlier agreements; `update` is null where nothing was said. */
  readonly earlier: readonly (ReportAgreement & {
    readonly update: { readonly status: CommitmentStatus; readonly remark: string } | null;
  })[];
  readonly ballots: readonly { readonly title: string; readonly result: BallotResult }[];
  readonly parked: readonly string[];
  readonly questions: readonly (ShownQuestion & { readonly id: string })[];
  readonly owed: number;
  /** Null stands for those from elsewhere. */
  readonly attendance: readonly {
    readonly organisation: string | null;
    readonly people: number;
    /** Null where they may not be named. */
    readonly names: readonly string[] | null;
  }[];
  /** In a kommune's edition: what it wrote, where that may be shown. */
  readonly ideas: readonly string[];
  /** What was said of the day as it ended, heading by heading; in a kommune's edition its own, where that may be shown. */
  readonly replies: readonly { readonly heading: string; readonly texts: readonly string[] }[];
}

export interface LiveReportOptions {
  readonly withNames: boolean;
  /** The kommune whose edition it is; null for the whole. */
  readonly organisationId: string | null;
  readonly compare: (a: string, b: string) => number;
}

/** Null when the workshop has not been opened for participants. */
export function makeLiveReport(view: LiveView, options: LiveReportOptions): LiveReport | null {
  if (view.stage.now === undefined) return null;
  const entries = Object.values(view.entries);
  const questions = Object.entries(view.questions).map(([id, question]) => ({ ...question, id }));
  const agreements = agreementsOf(view, options);
  return {
    isClosed: view.stage.now.state === "closed",
    decisions: entries.filter(({ kind }) => kind === "decision").map(({ text, at }) => ({ text, at })),
    agreements: agreements.filter(({ isFromEarlier }) => !isFromEarlier),
    earlier: agreements.filter(({ isFromEarlier }) => isFromEarlier),
    ballots: ballotsOf(view),
    parked: entries.filter(({ kind }) => kind === "parked").map(({ text }) => text),
    questions: questions.sort(byVotes),
    owed: owed(questions).length,
    attendance: attendanceOf(view, options),
    ideas: options.organisationId === null ? [] : ideasOf(view, options.organisationId),
    replies: repliesOf(view, options),
  };
}

const ideasOf = ({ agenda, notes }: LiveView, kommune: string): string[] =>
  Object.values(notes)
    .filter(({ organisationId, itemId }) => organisationId === kommune && agenda[itemId]?.kind !== "check-out")
    .map(({ text }) => text);

function repliesOf(view: LiveView, { organisationId: kommune }: LiveReportOptions): LiveReport["replies"] {
  const shown = Object.values(view.notes)
    .filter(({ organisationId }) => kommune === null || organisationId === kommune)
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  return agendaOf(view)
    .filter(({ kind }) => kind === "check-out")
    .flatMap(({ id, title, prompt, lanes }) =>
      [...lanes, { id: null, title: prompt || title }].map((lane) => ({
        heading: lane.title,
        texts: shown.filter(({ itemId, laneId }) => itemId === id && laneId === lane.id).map(({ text }) => text),
      })),
    )
    .filter(({ texts }) => texts.length > 0);
}

/** In a kommune's edition those that it owns, and those in which it is named. */
function agreementsOf(view: LiveView, { organisationId, compare }: LiveReportOptions) {
  const nameOf = (id: string) => view.organisations[id]?.name ?? "";
  const own = organisationId === null ? null : nameOf(organisationId);
  return Object.values(view.commitments)
    .filter(({ ownerId, partners }) => own === null || ownerId === organisationId || partners.includes(own))
    .map(({ ownerId, what, partners, firstStep, due, status, originId, update, isFromEarlier }) => ({
      ...{ what, partners, firstStep, due, status, update, isFromEarlier },
      owner: nameOf(ownerId),
      origin: originText(view, originId),
    }))
    .sort((a, b) => compare(a.owner, b.owner));
}

const ballotsOf = (view: LiveView): LiveReport["ballots"] =>
  agendaOf(view).flatMap(({ id, title }) => {
    const result = view.ballots[id]?.result ?? null;
    return result === null ? [] : [{ title, result }];
  });

function attendanceOf(view: LiveView, options: LiveReportOptions): LiveReport["attendance"] {
  const { withNames, organisationId, compare } = options;
  const here = Object.values(view.participants).filter(
    (each) => organisationId === null || each.organisationId === organisationId,
  );
  return [...new Set(here.map((each) => each.organisationId))]
    .map((id) => {
      const people = here.filter((each) => each.organisationId === id);
      return {
        organisation: id === null ? null : (view.organisations[id]?.name ?? null),
        people: people.length,
        names: withNames ? people.map(({ name }) => name).sort(compare) : null,
      };
    })
    .sort((a, b) => compare(a.organisation ?? "\u{10ffff}", b.organisation ?? "\u{10ffff}"));
}
