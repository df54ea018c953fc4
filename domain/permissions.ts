/**
 * The one place that says who may do what. Deny by default: an action without a rule is refused. Every loader, action,
 * export and the WebSocket door asks here, with subjects read from the database, never from the request.
 */
import { BOARD_ACCESSES, type BoardAccess, type BoardVisibility, type RoleAssignment } from "#domain/organisation.ts";

/** A signed-in person with everything the rules need. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleAssignment[];
  /** An operator's override per board id; it wins over every role. */
  readonly boardAccess: ReadonlyMap<string, BoardAccess>;
}

export interface GuestAccess {
  /** On the board of the kommune that they joined for. */
  readonly own: BoardAccess;
  /** On what the other kommuner share with the workshop. */
  readonly others: Exclude<BoardAccess, "write">;
}
export const NO_GUESTS: GuestAccess = { own: "none", others: "none" };

export interface BoardSubject {
  readonly type: "board";
  readonly id: string;
  readonly organisationId: string;
  readonly workshopId: string;
  /** Organisations that take part in the board's workshop. */
  readonly workshopOrganisationIds: readonly string[];
  readonly visibility: BoardVisibility;
  /** What those may do who joined the live workshop without an account, as far as the agenda has come. */
  readonly guestAccess: GuestAccess;
}
export interface WorkshopSubject {
  readonly type: "workshop";
  readonly id: string;
  readonly organisationIds: readonly string[];
}
/** What a kommune takes home from a workshop. */
export interface EditionSubject {
  readonly type: "edition";
  readonly workshop: WorkshopSubject;
  readonly organisationId: string;
}
export interface OrganisationSubject {
  readonly type: "organisation";
  readonly id: string;
}
export interface FindingSubject {
  readonly type: "finding";
  readonly boards: readonly [BoardSubject, BoardSubject];
  /** The kommune that answers. */
  readonly answerFor: string;
}
/** A finding for those who do not answer for a kommune. */
export type PairSubject = Omit<FindingSubject, "answerFor">;
export interface InboxSubject {
  readonly type: "inbox";
  readonly personId: string;
}
export interface InstallationSubject {
  readonly type: "installation";
}

export const INSTALLATION: InstallationSubject = { type: "installation" };

interface ActionSubjects {
  "board.read": BoardSubject;
  "board.write": BoardSubject;
  "board.comment": BoardSubject;
  /** Who may read the board. */
  "board.set-visibility": BoardSubject;
  /** Who worked on what, and earlier versions; also to keep one. */
  "board.read-history": BoardSubject;
  /** Take the whole board back to a version. */
  "board.restore": BoardSubject;
  "board.delete": BoardSubject;
  /** Erase an initiative for good, from history and versions too. */
  "board.erase": BoardSubject;
  "workshop.read": WorkshopSubject;
  /** Title, dates, phase, which kommuner take part. */
  "workshop.edit": WorkshopSubject;
  "workshop.create": InstallationSubject;
  "workshop.invite": WorkshopSubject;
  /** Set up tables and give them findings to talk about. */
  "workshop.arrange-tables": WorkshopSubject;
  /** Plan the agenda, open it for participants, move it on, reveal, close. */
  "workshop.run": WorkshopSubject;
  /** A kommune's own edition of the report; those who joined for it keep it when the workshop is over. */
  "workshop.read-edition": EditionSubject;
  /** See what everybody who takes part sees; what they do there is asked of their place among the participants. */
  "workshop.take-part": WorkshopSubject;
  "organisation.create": InstallationSubject;
  /** Who belongs to it, its boards and who may read them; nothing that stands on a board. */
  "organisation.read": OrganisationSubject;
  /** Invite colleagues, end their access. */
  "organisation.manage-members": OrganisationSubject;
  "finding.answer": FindingSubject;
  /** Suggest an answer to the two kommuner; it decides nothing. */
  "finding.assess": PairSubject;
  /** Say that it is of another kind than the check says. */
  "finding.change-kind": PairSubject;
  "inbox.read": InboxSubject;
  "actor.read": InstallationSubject;
  "actor.propose": InstallationSubject;
  /** Approve, merge, take apart. */
  "actor.steward": InstallationSubject;
  /** The words that the check knows. */
  "lexicon.read": InstallationSubject;
  /** Add a word to what the check knows, or take it back; it takes effect for everybody. */
  "lexicon.edit": InstallationSubject;
  /** Stop the check of everything, or begin it again; everybody's findings wait for it. */
  "check.run": InstallationSubject;
  /** See across kommuner in one table; the rows are still filtered one by one. */
  "compare.read": InstallationSubject;
}
export type Action = keyof ActionSubjects;
export type SubjectOf<A extends Action> = ActionSubjects[A];

const holds = (person: Person, role: string, where: Partial<RoleAssignment> = {}): boolean =>
  person.roles.some(
    (held) =>
      held.role === role &&
      (where.organisationId === undefined || held.organisationId === where.organisationId) &&
      (where.workshopId === undefined || held.workshopId === where.workshopId),
  );

/** Editors and administrators belong to their organisation. */
export const belongsTo = (person: Person, organisationId: string): boolean =>
  holds(person, "editor", { organisationId }) || holds(person, "kommune-admin", { organisationId });

const facilitates = (person: Person, workshopId: string): boolean => holds(person, "facilitator", { workshopId });

/** Who may read the board as it is now. A kommune that the workshop no longer has keeps its board to itself. */
export const visibilityNow = ({
  visibility,
  organisationId,
  workshopOrganisationIds,
}: Pick<BoardSubject, "visibility" | "organisationId" | "workshopOrganisationIds">): BoardVisibility =>
  workshopOrganisationIds.includes(organisationId) ? visibility : "own";

const boardAccess = (person: Person, board: BoardSubject): BoardAccess =>
  person.boardAccess.get(board.id) ?? more(memberAccess(person, board), guestAccess(person, board));

const more = (a: BoardAccess, b: BoardAccess): BoardAccess =>
  BOARD_ACCESSES.indexOf(a) < BOARD_ACCESSES.indexOf(b) ? b : a;

/** For those who joined the live workshop without an account. */
function guestAccess(person: Person, board: BoardSubject): BoardAccess {
  const { workshopId, organisationId } = board;
  if (holds(person, "guest", { workshopId, organisationId })) return board.guestAccess.own;
  return holds(person, "guest", { workshopId }) && visibilityNow(board) !== "own" ? board.guestAccess.others : "none";
}

function memberAccess(person: Person, board: BoardSubject): BoardAccess {
  if (belongsTo(person, board.organisationId)) return "write";
  const visibility = visibilityNow(board);
  if (visibility === "own") return "none";
  // Who runs the workshop writes for a table that has its hands full; a board that is not shared stays closed.
  if (facilitates(person, board.workshopId)) return "write";
  if (holds(person, "consultant")) return "read";
  if (visibility === "all") return person.roles.some(isMember) ? "read" : "none";
  return board.workshopOrganisationIds.some((id) => belongsTo(person, id)) ? "read" : "none";
}

/** Members of any organisation; a system administrator sees no content. */
const isMember = ({ role }: RoleAssignment): boolean => role !== "system-admin" && role !== "guest";

/** Those who comment wherever they may read. */
const COMMENTING: ReadonlySet<RoleAssignment["role"]> = new Set(["editor", "kommune-admin", "consultant"]);

const readsBoth = (person: Person, { boards }: PairSubject): boolean =>
  boards.every((board) => boardAccess(person, board) !== "none");

/** Who runs the workshop, and who compares all of them. */
export const suggestsAnswers = (person: Person, workshopId: string): boolean =>
  holds(person, "consultant") || facilitates(person, workshopId);

const assesses = (person: Person, pair: PairSubject): boolean =>
  readsBoth(person, pair) && pair.boards.some(({ workshopId }) => suggestsAnswers(person, workshopId));

const RULES: { [A in Action]: (person: Person, subject: ActionSubjects[A]) => boolean } = {
  "board.read": (person, board) => boardAccess(person, board) !== "none",
  "board.write": (person, board) => boardAccess(person, board) === "write",
  "board.comment": (person, board) =>
    boardAccess(person, board) !== "none" &&
    (facilitates(person, board.workshopId) || person.roles.some(({ role }) => COMMENTING.has(role))),
  "board.set-visibility": (person, board) => holds(person, "kommune-admin", { organisationId: board.organisationId }),
  "board.read-history": (person, board) =>
    boardAccess(person, board) !== "none" && belongsTo(person, board.organisationId),
  "board.restore": (person, board) =>
    boardAccess(person, board) === "write" && holds(person, "kommune-admin", { organisationId: board.organisationId }),
  "board.delete": (person, board) => holds(person, "kommune-admin", { organisationId: board.organisationId }),
  "board.erase": (person, board) =>
    boardAccess(person, board) === "write" && holds(person, "kommune-admin", { organisationId: board.organisationId }),
  "workshop.read": (person, workshop) =>
    facilitates(person, workshop.id) ||
    holds(person, "consultant") ||
    workshop.organisationIds.some((id) => belongsTo(person, id)),
  "workshop.edit": (person, workshop) => facilitates(person, workshop.id),
  "workshop.create": (person) => holds(person, "facilitator"),
  "workshop.invite": (person, workshop) => facilitates(person, workshop.id),
  "workshop.arrange-tables": (person, workshop) => facilitates(person, workshop.id),
  "workshop.run": (person, workshop) => facilitates(person, workshop.id),
  "workshop.read-edition": (person, { workshop, organisationId }) =>
    workshop.organisationIds.includes(organisationId) &&
    (suggestsAnswers(person, workshop.id) ||
      belongsTo(person, organisationId) ||
      holds(person, "guest", { workshopId: workshop.id, organisationId })),
  "workshop.take-part": (person, workshop) =>
    holds(person, "guest", { workshopId: workshop.id }) || can(person, "workshop.read", workshop),
  "organisation.create": (person) => holds(person, "system-admin"),
  "organisation.read": (person, { id }) => belongsTo(person, id) || holds(person, "system-admin"),
  "organisation.manage-members": (person, { id }) =>
    holds(person, "kommune-admin", { organisationId: id }) || holds(person, "system-admin"),
  "finding.answer": (person, { answerFor, ...pair }) =>
    readsBoth(person, pair) &&
    pair.boards.some((board) => board.organisationId === answerFor) &&
    (belongsTo(person, answerFor) ||
      pair.boards.some((board) => board.organisationId === answerFor && guestAccess(person, board) === "write")),
  "finding.assess": assesses,
  "finding.change-kind": (person, pair) =>
    assesses(person, pair) ||
    (readsBoth(person, pair) && pair.boards.some(({ organisationId }) => belongsTo(person, organisationId))),
  "inbox.read": (person, { personId }) => person.id === personId,
  "actor.read": (person) => person.roles.some(({ role }) => role !== "system-admin"),
  "actor.propose": (person) => person.roles.some(isMember),
  "actor.steward": (person) => holds(person, "steward"),
  "lexicon.read": (person) => person.roles.some(isMember),
  "lexicon.edit": (person) => holds(person, "facilitator") || holds(person, "steward"),
  "check.run": (person) => holds(person, "facilitator") || holds(person, "system-admin"),
  "compare.read": (person) => person.roles.some(isMember),
};

export function can<A extends Action>(person: Person | null, action: A, subject: ActionSubjects[A]): boolean {
  return person !== null && RULES[action](person, subject);
}
