import type { ActionFunctionArgs } from "@remix-run/node";
import { requireSessionOfScript } from "#app/http/guards.server.ts";
import { notFound, toScript } from "#app/http/responses.server.ts";
import { readRemarkForm, remark } from "./actions.server.ts";
import { readFinding } from "./data.server.ts";

/** `POST intent, answer, cause, reason, organisationId, aHash, bHash` → `{ refused }`: for a page that stays where it is. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  const finding = await readFinding(context, { person, findingId: params["findingId"] ?? "" });
  if (finding === null) throw notFound();
  const form = readRemarkForm(await request.formData());
  return toScript({ refused: await remark(context, { finding, personId: person.id, form }) });
}
