import type { ActionFunctionArgs } from "@remix-run/node";
import { requireTakingPart } from "#app/http/live-guard.server.ts";
import { badRequest, toScript } from "#app/http/responses.server.ts";
import { saveAgreement, saySince } from "./actions.server.ts";
import type { CommitmentAnswer } from "./shapes.ts";

/** `POST intent, …` → `CommitmentAnswer`; 422 with what is wrong. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const place = await requireTakingPart(context, params["workshopId"]);
  const posted = { context, request, place, form: await request.formData() };
  switch (posted.form.get("intent")) {
    case "save": {
      const problems = await saveAgreement(posted);
      const answer: CommitmentAnswer = { problems };
      return toScript(answer, Object.keys(problems).length === 0 ? 200 : 422);
    }
    case "say-status":
      await saySince(posted);
      return toScript({ problems: {} } satisfies CommitmentAnswer);
    default:
      throw badRequest();
  }
}
