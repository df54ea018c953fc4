import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage } from "#app/components/page.tsx";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { giveAnswer, readAnswerForm } from "./actions.server.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { findingSubject, loadPair, readFinding } from "./data.server.ts";
import { GivenAnswers } from "./given-answers.tsx";
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

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  const finding = await readFinding(context, { person, findingId: params["findingId"] ?? "" });
  if (finding === null) throw notFound();
  const form = readAnswerForm(await request.formData());
  requireCan(context, "finding.answer", await findingSubject(context, finding, form.organisationId));
  const { pathname, search } = new URL(request.url);
  return giveAnswer(context, { findingId: finding.id, personId: person.id, form, back: pathname + search });
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
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Reasons reasons={pair.reasons} />
          <div className="grid gap-4">
            <GivenAnswers pair={pair} />
            <AnswerPanel key={pair.id} pair={pair} refused={posted?.refused ?? null} reason={posted?.reason ?? ""} />
          </div>
        </div>
      </div>
    </AppPage>
  );
}
