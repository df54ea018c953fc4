import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { badRequest } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { endAccess, invite, type OrganisationPosted, revoke } from "./actions.server.ts";
import { bringBack, changeVisibility, removeBoard } from "./board-actions.server.ts";
import { BoardVisibilities } from "./board-visibilities.tsx";
import { loadOrganisation } from "./data.server.ts";
import { DELETE } from "./delete-board.tsx";
import { DeletedBoards } from "./deleted-boards.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberList } from "./member-list.tsx";
import { requireOrganisation } from "./require-organisation.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { person, organisation } = await requireOrganisation(args);
  const deleting = new URL(args.request.url).searchParams.get(DELETE);
  return loadOrganisation(args.context, { person, organisation, deleting });
}

export async function action(args: ActionFunctionArgs) {
  const { person, organisation } = await requireOrganisation(args);
  const { request, context } = args;
  const form = await request.formData();
  const posted = { context, request, person, organisation, form };
  switch (form.get("intent")) {
    case "invite":
      return invite(posted);
    case "revoke":
      return revoke(posted);
    case "end-access":
      return endAccess(posted);
    case "set-visibility":
      return changeVisibility(posted);
    case "delete-board":
      return removeBoard(posted);
    case "bring-board-back":
      return bringBack(posted);
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.organisation.fullName);

export default function OrganisationScreen() {
  const { t } = useTranslation("vocabulary");
  const loaded = useLoaderData<typeof loader>();
  const posted = useActionData<OrganisationPosted>();
  const { organisation, members, manages, roles, invitations, boards, administers, deletedBoards } = loaded;
  return (
    <AppPage width={manages ? "normal" : "narrow"}>
      <PageHeading heading={organisation.fullName} above={t(`organisationKind.${organisation.kind}`)} />
      <div className={manages ? "grid items-start gap-5 lg:grid-cols-2" : undefined}>
        <div className="grid gap-5">
          <BoardVisibilities
            boards={boards}
            opens={loaded.opensBoards}
            administers={administers}
            deleting={loaded.deleting}
          />
          {(deletedBoards.length > 0 || posted?.boardRefused !== undefined) && (
            <DeletedBoards boards={deletedBoards} refused={posted?.boardRefused} />
          )}
          <MemberList members={members} manages={manages} refused={posted?.refused} />
        </div>
        {manages && (
          <div className="grid gap-5">
            <InviteForm roles={roles} link={posted?.link} />
            {invitations.length > 0 && <InvitationList invitations={invitations} />}
          </div>
        )}
      </div>
    </AppPage>
  );
}
