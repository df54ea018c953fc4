import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCan, requireSessionOfScript } from "#app/http/guards.server.ts";
import { notFound, toScript } from "#app/http/responses.server.ts";
import { giveAnswer, readAnswerForm } from "./actions.server.ts";
import { findingSubject, readFinding } from "./data.server.ts";

/** `POST answer, reason, organisationId, aHash, bHash` → `{ refused }`: for a page that stays where it is. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  const finding = await readFinding(context, { person, findingId: params["findingId"] ?? "" });
  if (finding === null) throw notFound();
  const form = readAnswerForm(await request.formData());
  requireCan(context, "finding.answer", await findingSubject(context, finding, form.organisationId));
  return toScript({ refused: await giveAnswer(context, { findingId: finding.id, personId: person.id, form }) });
}
