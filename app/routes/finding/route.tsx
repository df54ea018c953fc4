import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage } from "#app/components/page.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AnswerRefusal } from "#domain/finding.ts";
import { readRemarkForm, remark } from "./actions.server.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { loadPair, readFinding } from "./data.server.ts";
import { GivenAnswers } from "./given-answers.tsx";
import { KindPanel } from "./kind-panel.tsx";
import { PairComparison } from "./pair-comparison.tsx";
import { PairHeading } from "./pair-heading.tsx";
import { PairNavigation } from "./pair-navigation.tsx";
import { findPlace } from "./place.server.ts";
import { Reasons } from "./reasons.tsx";
import { useFreshAnswers } from "./use-fresh-answers.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const finding = await readFinding(context, { person, findingId: params["findingId"] ?? "" });
  if (finding === null) throw notFound();
  const [pair, place] = await Promise.all([
    loadPair(context, { person, finding, words: reasonWordsOf(request, context) }),
    findPlace(context, { person, finding, params: new URL(request.url).searchParams }),
  ]);
  if (pair === null) throw notFound();
  return { title: `${finding.a.title} ↔ ${finding.b.title}`, pair, place };
}

/** A refusal brings the note back, so that nothing typed is lost; also when the session has ended meanwhile. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = readRemarkForm(await request.formData());
  const refuse = (refused: AnswerRefusal, status: number) =>
    data({ refused, reason: form.reason, intent: form.intent }, { status });
  if (context.session === null) return refuse("signed-out", 401);
  const { person } = context.session;
  const finding = await readFinding(context, { person, findingId: params["findingId"] ?? "" });
  if (finding === null) throw notFound();
  const refused = await remark(context, { finding, personId: person.id, form });
  if (refused !== null) return refuse(refused, 422);
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function FindingScreen() {
  const { t } = useTranslation("findings");
  const { pair, place } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  useFreshAnswers();
  const position = place === null ? null : t("pair.position", { position: place.position, count: place.count });
  return (
    <AppPage
      crumbs={
        place === null
          ? [{ label: t("heading") }]
          : [
              { label: place.workshop.title, href: `/workshops/${place.workshop.id}` },
              { label: t("heading"), href: place.list },
              { label: position ?? "" },
            ]
      }
      headAside={place !== null && <PairNavigation place={place} />}
    >
      <div className="grid gap-4">
        <PairHeading pair={pair} />
        <PairComparison pair={pair} />
        <div className="grid items-start gap-4 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
          <Reasons reasons={pair.reasons} />
          <div className="grid gap-4 lg:col-start-2 lg:row-span-2">
            <GivenAnswers pair={pair} />
            <AnswerPanel key={pair.id} pair={pair} refused={posted ?? null} />
          </div>
          <KindPanel key={`kind-${pair.id}`} pair={pair} refused={posted ?? null} />
        </div>
      </div>
    </AppPage>
  );
}
