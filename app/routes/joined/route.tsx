import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { requireRunning } from "#app/http/running-guard.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { spokenJoinCode } from "#domain/live/join-code.ts";
import { offerPlace } from "./actions.server.ts";
import { loadJoined } from "./data.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { workshop } = await requireRunning(args);
  const heading = textsOf(args.request, args.context, "stage")("joinedPeople.heading");
  return { heading, workshop, people: await loadJoined(args.context, workshop.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { person, workshop } = await requireRunning(args);
  const form = await args.request.formData();
  if (form.get("intent") !== "offer-place") throw badRequest();
  const participantId = String(form.get("participant") ?? "");
  return offerPlace(args.context, { workshopId: workshop.id, personId: person.id, participantId });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.heading);

/** Who has joined; and for a phone that has died, a code that gives its place to another. */
export default function JoinedScreen() {
  const { t } = useTranslation(["stage", "live"]);
  const { workshop, people } = useLoaderData<typeof loader>();
  const offered = useActionData<typeof action>();
  const stage = `/workshops/${workshop.id}/live`;
  const crumbs = [
    { label: workshop.title, href: `/workshops/${workshop.id}` },
    { label: t("stage:heading"), href: stage },
    { label: t("stage:joinedPeople.heading") },
  ];
  return (
    <AppPage crumbs={crumbs}>
      <PageHeading heading={t("stage:joinedPeople.heading")} below={t("stage:joinedPeople.below")} />
      {people.length === 0 && <EmptyState heading={t("stage:joinedPeople.none")} />}
      <ul className="grid gap-2">
        {people.map(({ id, name, organisation, table, role, isGuest }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3"
          >
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium">{name}</p>
              <p className="text-[13px]/5 text-muted">
                {[
                  organisation ?? t("live:elsewhere"),
                  t(`live:role.${role}`),
                  table === null ? null : t("live:table", { number: table }),
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </p>
            </div>
            {isGuest && (
              <Form method="post">
                <input type="hidden" name="intent" value="offer-place" />
                <input type="hidden" name="participant" value={id} />
                <Button type="submit" aria-label={t("stage:joinedPeople.offerTo", { name })}>
                  {t("stage:joinedPeople.offer")}
                </Button>
              </Form>
            )}
            {offered?.participantId === id && (
              <p role="status" className="basis-full">
                {t("stage:joinedPeople.code")}{" "}
                <strong className="text-lg tracking-[0.12em] whitespace-nowrap">{spokenJoinCode(offered.code)}</strong>
              </p>
            )}
          </li>
        ))}
      </ul>
    </AppPage>
  );
}
