import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { dayAt } from "#app/live/day.ts";
import { QuestionOutcome } from "#app/live/question-outcome.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { NewOnBoard, WholeLiveReport } from "./live-data.server.ts";
import type { LiveReport, ReportAgreement } from "./live-report.ts";
import { Section } from "./section.tsx";
import { VoteSection } from "./vote-section.tsx";

export interface LiveSectionsProps {
  readonly report: WholeLiveReport;
  /** The kommune whose edition it is. */
  readonly municipality: string | null;
}

/** What the day brought about, most binding first. */
export function LiveSections({ report, municipality }: LiveSectionsProps) {
  const { t } = useTranslation("report");
  const { time } = useFormat();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section id="decisions" heading={t("decisions")} count={report.decisions.length}>
        <ul className="grid list-disc gap-1 pl-5">
          {report.decisions.map(({ text, at }) => (
            <li key={`${at} ${text}`}>
              {text} <span className="text-muted">({time(at)})</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="agreements" heading={t("agreements")} count={report.agreements.length}>
        <AgreementTable agreements={report.agreements} />
      </Section>
      {report.earlier.length > 0 && (
        <Section id="earlier" heading={t("earlier")} count={report.earlier.length}>
          <EarlierTable earlier={report.earlier} />
        </Section>
      )}
      <VoteSection ballots={report.ballots} />
      <NewInitiatives all={report.newInitiatives} />
      {municipality !== null && <OwnWork report={report} municipality={municipality} />}
      <Section id="parked" heading={t("parked")} count={report.parked.length}>
        <ul className="grid list-disc gap-1 pl-5">
          {report.parked.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
      <QuestionSection report={report} />
      <Replies replies={report.replies} />
      <Attendance report={report} />
    </div>
  );
}

function AgreementTable({ agreements }: { readonly agreements: readonly ReportAgreement[] }) {
  const { t: live } = useTranslation("live");
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {agreements.map((each) => (
        <AgreementCard key={`${each.owner} ${each.what}`} agreement={each}>
          {live(`commitmentStatus.${each.status}`)}
        </AgreementCard>
      ))}
    </ul>
  );
}

/** Owner, partners, first step, date and status, as the report has promised. */
function AgreementCard({
  agreement: { what, owner, partners, firstStep, due, origin },
  children,
}: {
  readonly agreement: ReportAgreement;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation("report");
  const { date, list } = useFormat();
  const facts = [
    [t("table.owner"), owner],
    [t("table.partners"), partners.length > 0 ? list(partners) : "–"],
    [t("table.firstStep"), firstStep],
    [t("table.due"), date(dayAt(due))],
    ...(origin === null ? [] : [[t("table.origin"), origin] as const]),
  ] as const;
  return (
    <li className="rounded-lg border border-line bg-surface p-4 break-inside-avoid">
      <h3 className="mb-2 text-base/6">{what}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt className="text-muted">{t("table.status")}</dt>
        <dd className="font-semibold">{children}</dd>
      </dl>
    </li>
  );
}

function EarlierTable({ earlier }: Pick<LiveReport, "earlier">) {
  const { t } = useTranslation("after");
  const { t: live } = useTranslation("live");
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {earlier.map((each) => (
        <AgreementCard key={`${each.owner} ${each.what}`} agreement={each}>
          {each.update === null ? t("noNews") : live(`commitmentStatus.${each.update.status}`)}
          {each.update !== null && each.update.remark !== "" && (
            <span className="font-normal"> – {each.update.remark}</span>
          )}
        </AgreementCard>
      ))}
    </ul>
  );
}

function NewInitiatives({ all }: { readonly all: readonly NewOnBoard[] }) {
  const { t } = useTranslation("report");
  return (
    <Section id="new-initiatives" heading={t("newInitiatives")} count={all.length}>
      <ul className="grid gap-2">
        {all.map(({ boardId, initiativeId, title, municipality, origin }) => (
          <li key={`${boardId} ${initiativeId}`} className="break-inside-avoid">
            <p>
              <Link to={`/boards/${boardId}?card=${initiativeId}`} className="font-semibold hover:underline">
                {title}
              </Link>{" "}
              <span className="text-muted">({municipality})</span>
            </p>
            {origin !== null && <p className="text-muted">{t("from", { origin })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OwnWork({ report, municipality }: { readonly report: WholeLiveReport; readonly municipality: string }) {
  const { t } = useTranslation("report");
  const { t: word } = useTranslation("vocabulary");
  return (
    <>
      <Section id="ideas" heading={t("ideas", { municipality })} count={report.ideas.length}>
        <ul className="grid list-disc gap-1 pl-5">
          {report.ideas.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
      <Section id="initiatives" heading={t("initiatives", { municipality })} count={report.initiatives.length}>
        <ul className="grid list-disc gap-1 pl-5">
          {report.initiatives.map(({ title, status }) => (
            <li key={title}>
              {title} <span className="text-muted">({word(`status.${status}`).toLowerCase()})</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function QuestionSection({ report: { questions, owed } }: Pick<LiveSectionsProps, "report">) {
  const { t } = useTranslation("report");
  const all = Object.fromEntries(questions.map(({ id, ...question }) => [id, question]));
  return (
    <Section id="questions" heading={t("questions")} count={questions.length}>
      {owed > 0 && <p className="mb-2 font-semibold text-overlap">{t("owed", { count: owed })}</p>}
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li key={question.id} className="break-inside-avoid">
            <p className="font-semibold">
              {question.text} <span className="font-normal text-muted tabular-nums">▲ {question.votes}</span>
            </p>
            <QuestionOutcome question={question} questions={all} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Replies({ replies }: Pick<LiveReport, "replies">) {
  const { t } = useTranslation("report");
  const count = replies.reduce((sum, { texts }) => sum + texts.length, 0);
  if (count === 0) return null;
  return (
    <Section id="replies" heading={t("replies")} count={count}>
      <div className="grid gap-3">
        {replies.map(({ heading, texts }) => (
          <div key={heading}>
            <h3 className="mb-1 text-base/6 break-after-avoid">{heading}</h3>
            <ul className="grid list-disc gap-1 pl-5">
              {[...texts.entries()].map(([at, text]) => (
                <li key={at}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Attendance({ report: { attendance, anonymisedAt } }: Pick<LiveSectionsProps, "report">) {
  const { t } = useTranslation("report");
  const { t: live } = useTranslation("live");
  const { list } = useFormat();
  const people = attendance.reduce((sum, each) => sum + each.people, 0);
  return (
    <Section id="attendance" heading={t("attendance")} count={people}>
      {anonymisedAt !== null && <p className="mb-2 text-muted">{t("anonymised")}</p>}
      <ul className="grid gap-1">
        {attendance.map(({ organisation, people: count, names }) => (
          <li key={organisation}>
            <strong>{organisation ?? live("elsewhere")}</strong>: {t("people", { count })}
            {names !== null && anonymisedAt === null && ` (${list(names)})`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
