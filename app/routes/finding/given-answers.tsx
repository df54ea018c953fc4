import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PairPage, ShownAnswer } from "./data.server.ts";

/** What each kommune has answered, with who and when; nothing before anybody has. */
export function GivenAnswers({ pair: { parties, earlier, changes, assessment } }: { readonly pair: PairPage }) {
  const { t } = useTranslation("findings");
  const given = parties.flatMap(({ answer }) => (answer === null ? [] : [answer.answer]));
  if (given.length === 0 && earlier.length === 0 && assessment === null) return null;
  const isDifferent = new Set(given).size > 1;
  return (
    <Panel heading={t("answer.given")}>
      {isDifferent && <p className="mb-3 text-muted">{t("answer.differ")}</p>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {parties.map(({ organisationId, municipality, answer }) => (
          <li key={organisationId} className="rounded-lg border border-line p-3">
            <p className="text-[13px]/5 text-muted">{municipality}</p>
            {answer === null ? <p>{t("answer.missing")}</p> : <AnswerText answer={answer} />}
          </li>
        ))}
      </ul>
      {assessment !== null && (
        <div className="mt-3 rounded-lg bg-primary-on/60 p-3">
          <p className="text-[13px]/5 text-muted">{t("assess.suggested")}</p>
          <AnswerText answer={assessment} />
        </div>
      )}
      {earlier.length > 0 && (
        <details className="mt-4">
          <summary className="min-h-6 font-semibold">{t("answer.earlier")}</summary>
          <p className="my-1 text-muted">{t("answer.earlierHelp")}</p>
          <Changes changes={changes} />
          <ul className="grid gap-3 sm:grid-cols-2">
            {earlier.map((answer) => (
              <li key={`${answer.organisationId} ${answer.at}`} className="rounded-lg border border-line p-3">
                <p className="text-[13px]/5 text-muted">{answer.municipality}</p>
                <AnswerText answer={answer} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

/** What is not as it was then, by kommune. */
function Changes({ changes }: Pick<PairPage, "changes">) {
  const { t } = useTranslation("findings");
  const { t: card } = useTranslation("card");
  const { list, dateTime } = useFormat();
  return (
    <ul className="mb-2">
      {changes.map(({ municipality, fields, at }) => (
        <li key={municipality}>
          {t("answer.changed", {
            municipality,
            fields: list(fields.map((field) => card(`historyField.${field}`).toLowerCase())),
            at: dateTime(at),
          })}
        </li>
      ))}
    </ul>
  );
}

function AnswerText({
  answer: { answer, cause, reason, personName, at },
}: {
  readonly answer: Omit<ShownAnswer, "organisationId">;
}) {
  const { t: word } = useTranslation("vocabulary");
  const { dateTime } = useFormat();
  return (
    <>
      <p className="font-semibold">
        {word(`answer.${answer}`)}
        {cause !== null && <span className="font-normal">: {word(`cause.${cause}`)}</span>}
      </p>
      {reason !== "" && <p className="whitespace-pre-line wrap-anywhere">{reason}</p>}
      <p className="mt-1 text-xs/5 text-muted">{[personName, dateTime(at)].filter(Boolean).join(" · ")}</p>
    </>
  );
}
