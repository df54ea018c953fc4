import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import {
  addOrganisation,
  endFacilitating,
  inviteFacilitator,
  inviteFirstAdministrator,
  removeOrganisation,
  revoke,
  saveWorkshop,
} from "./actions.server.ts";
import { AddParticipant } from "./add-participant.tsx";
import { loadParticipants } from "./data.server.ts";
import { EditWorkshop } from "./edit-workshop.tsx";
import { END, Facilitators } from "./facilitators.tsx";
import { ParticipantList, REMOVE } from "./participant-list.tsx";
import { PendingInvitations } from "./pending-invitations.tsx";
import { requireFacilitator } from "./require-facilitator.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { subject } = await requireFacilitator(args);
  const { workshop, ...loaded } = await loadParticipants(args.context, subject);
  if (workshop === null) throw notFound();
  const title = textsOf(args.request, args.context, "workshop")("participants.heading");
  const params = new URL(args.request.url).searchParams;
  return { title, workshop, ...loaded, removing: params.get(REMOVE), ending: params.get(END) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const facilitator = await requireFacilitator(args);
  const form = await request.formData();
  const posted = { context, request, form, ...facilitator };
  switch (form.get("intent")) {
    case "add-organisation":
      return addOrganisation(posted);
    case "remove-organisation":
      return removeOrganisation(posted);
    case "end-facilitating":
      return endFacilitating(posted);
    case "invite-first-administrator":
      return { made: await inviteFirstAdministrator(posted) };
    case "invite-facilitator":
      return { made: await inviteFacilitator(posted) };
    case "revoke":
      return revoke(posted);
    case "save-workshop":
      return saveWorkshop(posted);
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ParticipantsScreen() {
  const { t } = useTranslation("workshop");
  const loaded = useLoaderData<typeof loader>();
  const { workshop, participants, addable, facilitators, pending } = loaded;
  const posted = useActionData<typeof action>();
  const made = posted && "made" in posted ? posted.made : undefined;
  return (
    <AppPage>
      <PageHeading
        heading={t("participants.heading")}
        above={workshop.title}
        actions={<LinkButton href={`/workshops/${workshop.id}`}>{t("participants.back")}</LinkButton>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <AddParticipant addable={addable} />
          <ParticipantList participants={participants} made={made} removing={loaded.removing} />
          {pending.length > 0 && <PendingInvitations pending={pending} />}
        </div>
        <div className="grid gap-5">
          <EditWorkshop
            workshop={workshop}
            refused={posted && "refused" in posted ? posted.refused : undefined}
            isSaved={posted !== undefined && "saved" in posted}
          />
          <Facilitators
            facilitators={facilitators}
            link={made?.organisationId === null ? made.link : undefined}
            ending={loaded.ending}
            refused={posted && "notEnded" in posted ? posted.notEnded : undefined}
          />
        </div>
      </div>
    </AppPage>
  );
}
