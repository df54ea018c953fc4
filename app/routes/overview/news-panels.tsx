import { Link } from "@remix-run/react";
import { Trans } from "react-i18next";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Answer } from "#domain/finding.ts";
import type { FindingNews } from "./finding-news.ts";

interface GivenAnswer extends FindingNews {
  readonly answer: Answer;
  readonly at: number;
  /** Given after one's last visit. */
  readonly isFresh: boolean;
}
export interface NewsPanelsProps {
  readonly answers: readonly GivenAnswer[];
  readonly others: readonly {
    readonly boardId: string;
    readonly id: string;
    readonly title: string;
    readonly organisationName: string;
  }[];
  readonly now: number;
}

const rowClass = "block rounded-sm py-1 hover:text-primary hover:underline";

/** What the other kommuner have answered and written. */
export function NewsPanels({ answers, others, now }: NewsPanelsProps) {
  const { t } = useTranslation("overview");
  return (
    <>
      {answers.length > 0 && (
        <Panel heading={t("answers.heading")}>
          <ul className="divide-y divide-line">
            {answers.map((answer) => (
              <AnswerRow key={`${answer.id} ${answer.at}`} answer={answer} now={now} />
            ))}
          </ul>
        </Panel>
      )}
      {others.length > 0 && (
        <Panel heading={t("others.heading")}>
          <ul>
            {others.map(({ boardId, id, title, organisationName }) => (
              <li key={`${boardId} ${id}`}>
                <Link to={`/boards/${boardId}?card=${id}`} className={rowClass}>
                  <Line name="others.line" values={{ organisation: organisationName, title }} />
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function AnswerRow({ answer, now }: { readonly answer: GivenAnswer; readonly now: number }) {
  const { t } = useTranslation(["overview", "vocabulary"]);
  const format = useFormat();
  const values = {
    organisation: answer.organisation,
    answer: t(`vocabulary:answer.${answer.answer}`).toLowerCase(),
    title: answer.own,
  };
  return (
    <li className="py-1.5">
      <Link to={`/findings/${answer.id}`} className={rowClass}>
        <Line name="answers.line" values={values} />
      </Link>
      <p className="text-xs text-muted">
        {format.ago(answer.at, now)}
        {answer.isFresh && <span className="font-semibold text-primary"> · {t("answers.fresh")}</span>}
      </p>
    </li>
  );
}

/** A sentence in which the kommune stands out. */
function Line({
  name,
  values,
}: {
  readonly name: "answers.line" | "others.line";
  readonly values: Record<string, string>;
}) {
  const { t } = useTranslation("overview");
  return <Trans t={t} i18nKey={name} values={values} components={{ b: <b className="font-semibold" /> }} />;
}
