import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Chip } from "#app/components/chip.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import { commonRequestOf } from "#app/text/common-request.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { approve, merge, takeApart } from "./actions.server.ts";
import { ActorFactsList } from "./actor-facts-list.tsx";
import { ActorUses } from "./actor-uses.tsx";
import { CommonRequestPanel } from "./common-request-panel.tsx";
import { loadActor } from "./data.server.ts";
import { HalfYears } from "./half-years.tsx";
import { StewardPanel } from "./steward-panel.tsx";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "actor.read", INSTALLATION);
  const page = await loadActor(context, { person, actorId: params["actorId"] ?? "" });
  if (page === null) throw notFound();
  return page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "actor.steward", INSTALLATION);
  const form = await request.formData();
  const stewarding = { actorId: params["actorId"] ?? "", personId: person.id, form };
  switch (form.get("intent")) {
    case "approve":
      return approve(context, stewarding);
    case "merge":
      return merge(context, stewarding);
    case "undo":
      return takeApart(context, stewarding);
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.actor.name);

export default function ActorScreen() {
  const { t } = useTranslation("actors");
  const { t: word } = useTranslation("vocabulary");
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { actor, stewardship } = page;
  const request = commonRequestOf({ name: actor.name, municipalities: page.municipalities });
  return (
    <AppPage crumbs={[{ label: t("heading"), href: "/actors" }, { label: actor.name }]}>
      <PageHeading
        heading={actor.name}
        above={
          <span className="flex flex-wrap items-center gap-2">
            <ActorMark type={actor.type} />
            {word(`actorType.${actor.type}`)}
            {actor.state === "proposed" && <Chip tone="empty">{t("new")}</Chip>}
          </span>
        }
        {...(actor.state === "proposed" && { below: t("newExplained") })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-5">
          <ActorUses name={actor.name} municipalities={page.municipalities} />
          <HalfYears name={actor.name} municipalities={page.municipalities} />
          {request !== null && <CommonRequestPanel {...request} />}
        </div>
        <div className="grid gap-5">
          <ActorFactsList page={page} />
          {stewardship !== null && <StewardPanel actor={actor} stewardship={stewardship} refused={refused} />}
        </div>
      </div>
    </AppPage>
  );
}
