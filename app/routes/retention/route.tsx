import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { ConfirmStep } from "#app/components/confirm-step.tsx";
import { TextField } from "#app/components/field.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { Panel } from "#app/components/panel.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { useFormat } from "#app/text/format.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { anonymise, saveRetention } from "./actions.server.ts";
import { namedOnBoards } from "./named.server.ts";
import { NamedPlaces } from "./named-places.tsx";
import { requireLiveWorkshop } from "./require-live-workshop.server.ts";

const ASKING = "anonymise";

/** How long the names of a live workshop are kept, and whether the report tells them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { person, workshop, run, people } = await requireLiveWorkshop(context, request, params["workshopId"]);
  const { retentionDate, namesInReport, anonymisedAt } = run;
  const title = textsOf(request, context, "report")("settings.heading");
  const isAsked = new URL(request.url).searchParams.has(ASKING);
  const named = anonymisedAt === null ? await namedOnBoards(context, { person, workshopId: workshop.id }) : [];
  return { title, workshop, people, retentionDate, namesInReport, anonymisedAt, isAsked, named };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { person, workshop } = await requireLiveWorkshop(context, request, params["workshopId"]);
  const form = await request.formData();
  switch (form.get("intent")) {
    case "save":
      return saveRetention({ context, workshopId: workshop.id, form });
    case "anonymise":
      return anonymise({ context, workshopId: workshop.id, personId: person.id });
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function RetentionScreen() {
  const { t } = useTranslation("report");
  const { date } = useFormat();
  const { title, workshop, people, anonymisedAt, isAsked, named } = useLoaderData<typeof loader>();
  const at = `/workshops/${workshop.id}`;
  return (
    <AppPage width="narrow" crumbs={[{ label: workshop.title, href: at }, { label: title }]}>
      <PageHeading heading={title} above={workshop.title} />
      {anonymisedAt === null ? (
        <div className="grid gap-5">
          <RetentionForm />
          <Panel heading={t("settings.anonymise")}>
            <NamedPlaces places={named} />
            {isAsked ? (
              <ConfirmStep
                question={t("settings.question")}
                fields={{ intent: "anonymise" }}
                submit={t("settings.confirm")}
              >
                <p>{t("settings.follows", { count: people })}</p>
              </ConfirmStep>
            ) : (
              <LinkButton href={`?${ASKING}=yes`} tone="danger">
                {t("settings.anonymise")}
              </LinkButton>
            )}
          </Panel>
        </div>
      ) : (
        <p className="text-base/6">{t("settings.done", { date: date(anonymisedAt) })}</p>
      )}
      <p className="mt-6">
        <LinkButton href={`${at}/report`}>{t("heading")}</LinkButton>
      </p>
    </AppPage>
  );
}

function RetentionForm() {
  const { t } = useTranslation("report");
  const { retentionDate, namesInReport } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const problem = posted !== undefined && "problem" in posted ? posted.problem : undefined;
  return (
    <Panel heading={t("attendance")}>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="intent" value="save" />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            name="names"
            value="yes"
            defaultChecked={namesInReport}
            className="size-4 accent-primary"
          />
          {t("settings.names")}
        </label>
        <TextField
          name="retention"
          type="date"
          label={t("settings.retention")}
          hint={t("settings.retentionHint")}
          defaultValue={retentionDate ?? ""}
          error={problem === undefined ? undefined : t("settings.badDay")}
        />
        <div className="flex items-center gap-3">
          <Button type="submit" tone="primary">
            {t("settings.save")}
          </Button>
          <span role="status">{posted !== undefined && "saved" in posted && t("settings.saved")}</span>
        </div>
      </Form>
    </Panel>
  );
}
