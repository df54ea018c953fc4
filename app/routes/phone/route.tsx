import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { loadPhone, type PhoneData } from "./data.server.ts";
import { PhoneScreen } from "./phone-screen.tsx";

/** One's own place in a live workshop: one task at a time, as the stage says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const loaded = await loadPhone(context, params["workshopId"] ?? "", request);
  return { ...loaded, title: loaded.view.stage.now?.title ?? textsOf(request, context, "phone")("heading") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Phone() {
  // What is optional comes through the wire as it was: absent.
  return <PhoneScreen loaded={useLoaderData<typeof loader>() as PhoneData} />;
}
