import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { returnToPlace } from "#app/http/place-cookie.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { readJoinCode } from "#domain/live/join-code.ts";
import { join } from "./actions.server.ts";
import { accountOf, hasJoined, openDoor } from "./data.server.ts";
import { JoinForm } from "./join-form.tsx";

/** Where the QR code leads, at a table with `?table`. Who has joined already, on this phone, goes straight on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const title = textsOf(request, context, "joining")("heading");
  const door = await openDoor(context, params["code"]);
  if (door === null) return data({ title, door, self: null }, { status: 404 });
  if (door.isClosed) return data({ title, door, self: null }, { status: 410 });
  if (hasJoined(context, door)) throw redirect(`/live/${door.workshopId}`);
  await returnToPlace(context, door.workshopId, request);
  return data({ title, door, self: accountOf(context) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return join({ context, request, form: await request.formData() }, readJoinCode(params["code"] ?? "") ?? "");
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.title);

export default function JoinScreen() {
  const { t } = useTranslation("joining");
  const { door, self } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const [search] = useSearchParams();
  if (door === null || door.isClosed) {
    return (
      <AppPage width="narrow">
        <PageHeading
          heading={t(door === null ? "heading" : "closedHeading")}
          below={door === null ? t("wrongCode") : t("closedText", { title: door.title })}
        />
        <LinkButton href="/join">{t("code")}</LinkButton>
      </AppPage>
    );
  }
  return (
    <AppPage width="narrow">
      <PageHeading heading={door.title} above={t("heading")} />
      {self !== null && (
        <p className="mb-4">
          {t("joinAs", self)}{" "}
          <Link to="/account" className="link">
            {t("notYou")}
          </Link>
        </p>
      )}
      <JoinForm door={door} self={self} tableId={search.get("table") ?? ""} refused={posted?.refused} />
    </AppPage>
  );
}
