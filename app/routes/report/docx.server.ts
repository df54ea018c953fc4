/** The report as a file for Word: headings, lists and tables that can be worked on. */
import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { TFunction } from "i18next";
import { dayAt } from "#app/live/day.ts";
import type { Format } from "#app/text/format.ts";
import { type PlacedTarget, placedBy } from "#domain/live/ballot.ts";
import type { WholeLiveReport } from "./live-data.server.ts";
import type { LiveReport, ReportAgreement } from "./live-report.ts";

export interface DocxWords {
  readonly t: TFunction<"report">;
  readonly after: TFunction<"after">;
  readonly live: TFunction<"live">;
  readonly format: Format;
  readonly title: string;
  /** The kommune whose edition it is. */
  readonly municipality: string | null;
}

type Block = Paragraph | Table;

export async function writeReportDocx(report: WholeLiveReport, words: DocxWords): Promise<Buffer> {
  const { t, title, municipality } = words;
  const heading = municipality === null ? t("heading") : t("edition", { municipality });
  const children: Block[] = [
    new Paragraph({ text: title }),
    new Paragraph({ text: heading, heading: HeadingLevel.TITLE }),
    ...part(
      words,
      t("decisions"),
      report.decisions.map(({ text }) => bullet(text)),
    ),
    ...part(words, t("agreements"), agreementTable(report.agreements, words)),
    ...part(words, t("earlier"), earlierLines(report.earlier, words)),
    ...part(
      words,
      t("votes"),
      report.ballots.flatMap((ballot) => ballotBlocks(ballot, words)),
    ),
    ...part(words, t("newInitiatives"), newLines(report.newInitiatives, t)),
    ...(municipality === null ? [] : ownWork(report, words, municipality)),
    ...part(words, t("parked"), report.parked.map(bullet)),
    ...part(words, t("questions"), questionLines(report, words)),
    ...(report.replies.length === 0 ? [] : part(words, t("replies"), replyLines(report.replies))),
    ...part(words, t("attendance"), attendanceLines(report, words)),
  ];
  return Packer.toBuffer(new Document({ title: heading, creator: "Sammenspil", sections: [{ children }] }));
}

const bullet = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });
const beneath = (text: string): Paragraph => new Paragraph({ text, indent: { left: 720 } });
const line = (text: string): Paragraph => new Paragraph({ text });

function part({ t }: DocxWords, heading: string, blocks: readonly Block[]): Block[] {
  const title = new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 });
  return [title, ...(blocks.length === 0 ? [line(t("none"))] : blocks)];
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: "B8B2A4" } as const;

function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({
            borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
            margins: { top: 60, bottom: 60, left: 90, right: 90 },
            children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function agreementTable(agreements: readonly ReportAgreement[], { t, live, format }: DocxWords): Block[] {
  if (agreements.length === 0) return [];
  const head = ["what", "owner", "partners", "firstStep", "due", "status", "origin"] as const;
  const rows = agreements.map(({ what, owner, partners, firstStep, due, status, origin }) => [
    ...[what, owner, partners.length > 0 ? format.list(partners) : "–", firstStep],
    ...[format.date(dayAt(due)), live(`commitmentStatus.${status}`), origin ?? "–"],
  ]);
  return [
    table(
      head.map((name) => t(`table.${name}`)),
      rows,
    ),
  ];
}

const earlierLines = (earlier: LiveReport["earlier"], { after, live }: DocxWords): Block[] =>
  earlier.map(({ owner, what, update }) => {
    const said = update === null ? after("noNews") : live(`commitmentStatus.${update.status}`);
    const remark = update === null || update.remark === "" ? "" : ` – ${update.remark}`;
    return bullet(`${owner}: ${what}: ${said}${remark}`);
  });

function ballotBlocks({ title, result }: LiveReport["ballots"][number], { t, format }: DocxWords): Block[] {
  const placed = placedBy(result, "raw");
  const without = result.targets.length - placed.length;
  const head = ["idea", "votes", "balanced", "behind"] as const;
  const proxy = result.proxyVotes > 0 ? `, ${t("proxy", { count: result.proxyVotes })}` : "";
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
    line(`${t("ballot", { ...result })}${proxy}. ${t("balancedNote")}`),
    table(
      head.map((name) => t(`table.${name}`)),
      placed.map((target) => [
        [`${target.rank}. ${target.text}`, ...marksOf(target, t)].join(" · "),
        `${target.votes}`,
        t("percent", { value: format.number(Math.round(target.balanced * 100)) }),
        `${target.municipalities}/${result.municipalities}`,
      ]),
    ),
    ...(without === 0 ? [] : [line(t("withoutVotes", { count: without }))]),
  ];
}

const marksOf = (target: PlacedTarget, t: DocxWords["t"]): string[] => [
  ...(target.hasBroadMajority ? [t("broad")] : []),
  ...(target.isTied ? [t("tie")] : []),
];

const ownWork = (report: WholeLiveReport, words: DocxWords, municipality: string): Block[] => [
  ...part(words, words.t("ideas", { municipality }), report.ideas.map(bullet)),
  ...part(
    words,
    words.t("initiatives", { municipality }),
    report.initiatives.map(({ title }) => bullet(title)),
  ),
];

function questionLines({ questions, owed }: LiveReport, { t, after, live }: DocxWords): Block[] {
  const textOf = (id: string | null) => questions.find((other) => other.id === id)?.text ?? "";
  const outcome = ({ state, answer, reason, mergedInto }: LiveReport["questions"][number]): string => {
    if (state === "merged") return after("question.mergedWith", { text: textOf(mergedInto) });
    if (state === "not-answered") return after("question.because", { reason });
    if (state !== "answered") return live(`questionState.${state}`);
    return answer === "" ? after("question.aloud") : after("answeredHere", { answer });
  };
  const lines = questions.flatMap((question) => [
    bullet(`${question.text} (▲ ${question.votes})`),
    beneath(outcome(question)),
  ]);
  return owed > 0 ? [line(t("owed", { count: owed })), ...lines] : lines;
}

const newLines = (all: WholeLiveReport["newInitiatives"], t: DocxWords["t"]): Block[] =>
  all.flatMap(({ title, municipality, origin }) => [
    bullet(`${title} (${municipality})`),
    ...(origin === null ? [] : [beneath(t("from", { origin }))]),
  ]);

const replyLines = (replies: LiveReport["replies"]): Block[] =>
  replies.flatMap(({ heading, texts }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...texts.map(bullet),
  ]);

const attendanceLines = ({ attendance, anonymisedAt }: WholeLiveReport, { t, live, format }: DocxWords): Block[] =>
  attendance.map(({ organisation, people, names }) => {
    const named = names === null || anonymisedAt !== null ? "" : ` (${format.list(names)})`;
    return bullet(`${organisation ?? live("elsewhere")}: ${t("people", { count: people })}${named}`);
  });
