import { Link } from "@remix-run/react";
import { KindBadge } from "#app/components/kind-badge.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { REPORT_SECTIONS, type Report, type ReportAnswer, type ReportFinding, type ReportSide } from "./report.ts";

/** Confirmed, open, parallel and dismissed findings, each with its reasons and answers. */
export function ReportSections({ report }: { readonly report: Report }) {
  const { t } = useTranslation("findings");
  return (
    <div className="grid gap-8">
      {REPORT_SECTIONS.map((section) => (
        <section key={section} aria-labelledby={section}>
          <h2 id={section} className="mb-3 border-b border-line pb-1 text-lg/7">
            {t(`reportPage.${section}`)} ({report[section].length})
          </h2>
          {report[section].length === 0 ? (
            <p className="text-muted">{t("reportPage.none")}</p>
          ) : (
            <ul className="grid gap-4">
              {report[section].map((finding) => (
                <ReportItem key={finding.id} finding={finding} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function ReportItem({ finding }: { readonly finding: ReportFinding }) {
  const { t } = useTranslation("findings");
  return (
    <li className="grid gap-1 rounded-lg border border-line bg-surface p-4 break-inside-avoid print:rounded-none print:border-x-0 print:border-t-0 print:px-0">
      <span>
        <KindBadge kind={finding.kind} strength={finding.strength} />
      </span>
      <h3>
        <Link to={`/findings/${finding.id}`} className="hover:text-primary hover:underline">
          «{finding.a.title}» {t("and")} «{finding.b.title}»
        </Link>
      </h3>
      <p className="text-muted">
        <SidePhase side={finding.a} /> {t("and")} <SidePhase side={finding.b} />
      </p>
      <p className="first-letter:uppercase">{finding.reasons.join(", ")}</p>
      {finding.answers.map((answer) => (
        <AnswerLine key={answer.municipality} answer={answer} />
      ))}
    </li>
  );
}

function SidePhase({ side }: { readonly side: ReportSide }) {
  const { t: word } = useTranslation("vocabulary");
  return (
    <>
      {side.municipality} ({word(`status.${side.status}`).toLowerCase()})
    </>
  );
}

function AnswerLine({ answer }: { readonly answer: ReportAnswer }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const { dateTime } = useFormat();
  return (
    <p>
      {t("said", { municipality: answer.municipality })}{" "}
      <strong>{word(`answer.${answer.answer}`).toLowerCase()}</strong>
      {answer.reason !== "" && <> – «{answer.reason}»</>}{" "}
      <span className="text-muted">({[answer.personName, dateTime(answer.at)].filter(Boolean).join(", ")})</span>
    </p>
  );
}
