import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSubmit } from "@remix-run/react";
import { Button, buttonClass } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { languageOf, textsOf } from "#app/http/language.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { useFormat } from "#app/text/format.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Version } from "#db/queries/board-versions.ts";
import { loadComparison, NOW } from "./comparison.server.ts";
import { loadNamedBoard } from "./data.server.ts";
import { DifferenceList } from "./difference-list.tsx";
import { requireHistory } from "./require-history.server.ts";
import { versionName } from "./version-list.tsx";

/** `GET ?from=<version>&to=<version or now>` */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { boardId, person, may } = await requireHistory(args);
  const asked = new URL(request.url).searchParams;
  // The rows are what the documents on disk say before they are compared.
  await context.rooms.settle();
  const history = textsOf(request, context, "history");
  const vocabulary = textsOf(request, context, "vocabulary");
  const comparison = await loadComparison(context.db, {
    boardId,
    from: asked.get("from") ?? NOW,
    to: asked.get("to") ?? NOW,
    words: { history, vocabulary, language: languageOf(request, context) },
  });
  if (comparison === null) throw notFound();
  const board = await loadNamedBoard(context.db, person, boardId);
  return { title: history("compare.heading"), board, may, ...comparison };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ComparisonScreen() {
  const { t } = useTranslation("history");
  const { board, may, from, to, now, versions, differences } = useLoaderData<typeof loader>();
  const isWithNow = to === now && from !== now;
  const history = `/boards/${board.id}/history`;
  return (
    <AppPage
      crumbs={[
        { label: board.organisation, href: `/boards/${board.id}` },
        { label: t("heading"), href: history },
        { label: t("compare.crumb") },
      ]}
    >
      <PageHeading
        heading={t("compare.heading")}
        above={board.organisation}
        below={differences.length === 0 ? undefined : t("compare.count", { count: differences.length })}
        actions={
          isWithNow &&
          may.restore &&
          differences.length > 0 && (
            <Form method="post" action={history}>
              <input type="hidden" name="intent" value="restore-board" />
              <input type="hidden" name="version" value={from} />
              <Button type="submit">{t("compare.restoreBoard")}</Button>
            </Form>
          )
        }
      />
      <SideChooser versions={versions} from={from} to={to} now={now} />
      {isWithNow && differences.length > 0 && <p className="mb-5 max-w-prose text-muted">{t("compare.explained")}</p>}
      <DifferenceList
        differences={differences}
        boardId={board.id}
        versionId={from}
        mayRestore={isWithNow && may.write}
      />
    </AppPage>
  );
}

interface SideChooserProps {
  readonly versions: readonly Version[];
  readonly from: string;
  readonly to: string;
  readonly now: string;
}

function SideChooser({ versions, from, to, now }: SideChooserProps) {
  const { t } = useTranslation(["history", "vocabulary"]);
  const { dateTime } = useFormat();
  const submit = useSubmit();
  const options = [
    { value: now, label: t("compare.now") },
    ...versions.map((version) => ({
      value: version.id,
      label: `${versionName(version, t)} · ${dateTime(version.at)}`,
    })),
  ];
  return (
    <Form
      method="get"
      key={`${from} ${to}`}
      onChange={(event) => submit(event.currentTarget)}
      className="mb-5 grid gap-3 sm:grid-cols-2"
    >
      <SelectField label={t("compare.from")} name="from" defaultValue={from} options={options} />
      <SelectField label={t("compare.to")} name="to" defaultValue={to} options={options} />
      <noscript>
        <button type="submit" className={buttonClass()}>
          {t("compare.show")}
        </button>
      </noscript>
    </Form>
  );
}
