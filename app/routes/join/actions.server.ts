import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type RefusedForm, readForm, requiredText } from "#app/http/forms.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { rememberPlace } from "#app/http/place-cookie.server.ts";
import { unprocessable } from "#app/http/responses.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { type JoinResult, joinWorkshop, takeTransfer } from "#db/queries/live/joining.ts";
import { findRunByCode } from "#db/queries/live/run.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { readJoinCode } from "#domain/live/join-code.ts";
import { PARTICIPANT_NAME_LIMIT, PARTICIPANT_ROLES } from "#domain/live/participant.ts";
import { can } from "#domain/permissions.ts";

interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly form: FormData;
}

interface Refused {
  readonly refused: RefusedForm;
}

/** A code of a workshop leads to its form; one from the old phone takes the place along to this one. */
export async function openByCode({ context, request, form }: Posted) {
  const t = textsOf(request, context, "joining");
  const typed = String(form.get("code") ?? "");
  const refuse = (sentence: string) =>
    unprocessable<Refused>({ refused: { values: { code: typed }, errors: { code: sentence } } });
  const code = readJoinCode(typed);
  if (code === null) return refuse(t("wrongCode"));
  try {
    const answer = await context.signIn.guessCode(async () =>
      findRunByCode(context.db, code) === null ? takePlace(context, request, code) : redirect(`/join/${code}`, 303),
    );
    return answer ?? refuse(t("wrongCode"));
  } catch (refused) {
    if (refused instanceof Response && refused.status === 429) return refuse(t("tooMany"));
    throw refused;
  }
}

/** The phone that had the place is signed out, and this one is signed in. Null when there is no such code. */
async function takePlace(context: Services, request: Request, code: string): Promise<Response | null> {
  const { db, signIn, now } = context;
  const place = await takeTransfer(db, { codeHash: hashToken(code), now: now() });
  if (place === null) return null;
  await signIn.revokeAllSessions(place.personId);
  const headers = await signIn.signInAs(place.personId, request, "join-code");
  await rememberPlace(context, place, headers);
  return redirect(`/live/${place.workshopId}`, { status: 303, headers });
}

/** Takes part as the one who is signed in, or as a new guest who is signed in by it. */
export async function join({ context, request, form }: Posted, code: string) {
  const t = textsOf(request, context, "joining");
  const person = context.session?.person ?? null;
  const read = readForm(form, joinForm(t));
  if (!read.ok) return unprocessable<Refused>({ refused: read });
  const result = await enter(context, code, read.value);
  if (!result.joined) return unprocessable<Refused>({ refused: whyNot(t, result, form) });
  // With the fifth of a kommune its notes are no longer those of "others".
  context.rooms.liveChanged(result.workshopId, "participants", "notes");
  const headers =
    person === null ? await context.signIn.signInAs(result.personId, request, "join-code") : new Headers();
  if (person === null || person.isGuest) await rememberPlace(context, result, headers);
  return redirect(`/live/${result.workshopId}`, { status: 303, headers });
}

const joinForm = (t: Texts) =>
  z.object({
    name: requiredText(PARTICIPANT_NAME_LIMIT, {
      missing: t("nameMissing"),
      tooLong: t("nameTooLong", { count: PARTICIPANT_NAME_LIMIT }),
    }),
    organisation: z.string(t("organisationMissing")).min(1, t("organisationMissing")),
    role: z.enum(PARTICIPANT_ROLES, t("roleMissing")),
    table: z.string().optional(),
  });

type Texts = ReturnType<typeof textsOf<"joining">>;
type JoinForm = z.output<ReturnType<typeof joinForm>>;

/** From the list, for somebody from none of those that take part. */
const ELSEWHERE = "elsewhere";

/** @throws Response 429 after too many wrong codes: a form that is sent tells them as well as a page that is opened */
async function enter(
  { db, session, signIn, now }: Services,
  code: string,
  form: JoinForm,
): Promise<JoinResult & { personId: string }> {
  const person = session?.person ?? null;
  const personId = person?.id ?? randomUUID();
  const run = await signIn.guessCode(async () => findRunByCode(db, code));
  const subject = run === null ? null : await workshopSubject(db, run.workshopId);
  const isGuest = person === null || person.isGuest;
  const result = await joinWorkshop(db, {
    code,
    personId,
    name: form.name,
    organisationId: form.organisation === ELSEWHERE ? null : form.organisation,
    role: form.role,
    tableId: form.table === undefined || form.table === "" ? null : form.table,
    needsRole: isGuest || (subject !== null && !can(person, "workshop.take-part", subject)),
    participantId: randomUUID(),
    assignmentId: randomUUID(),
    now: now(),
  });
  return { ...result, personId };
}

function whyNot(t: Texts, result: JoinResult & { joined: false }, form: FormData): RefusedForm {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const sentence = { "unknown-code": t("wrongCode"), closed: t("closedHeading"), "not-in-workshop": t("chooseAgain") };
  return { values, errors: { organisation: sentence[result.refused] } };
}
