import { ExternalLink, MessageSquare } from "lucide-react";
import { memo, type ReactNode } from "react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Chip } from "#app/components/chip.tsx";
import { classNames } from "#app/components/class-names.ts";
import { KindBadge } from "#app/components/kind-badge.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { FINDING_KINDS } from "#domain/finding.ts";
import { INITIATIVE_MARKS } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { InitiativeMarks } from "./initiative-marks.tsx";
import type { Writer } from "./people.ts";
import type { CardView } from "./use-card-views.ts";

/** Chips of a kind on a card before "+2". */
const CHIPS = 3;

export interface CardProps {
  readonly view: CardView;
  /** The title, as a link or as plain text where the whole row opens the card. */
  readonly title: ReactNode;
  /** Handle and menu, for those who may write. */
  readonly tools?: ReactNode;
}

/** One initiative in a lane. */
export const Card = memo(function Card({ view, title, tools }: CardProps) {
  const { initiative, writers, isChanged, isOpen } = view;
  const { t } = useTranslation("board");
  const colour = writers[0]?.colour;
  return (
    <article
      className={classNames(
        "group/card relative rounded-lg border bg-surface p-3 shadow-card [contain-intrinsic-size:auto_130px] [content-visibility:auto]",
        initiative.source !== null && "[&>div:nth-last-child(2)]:pr-6",
        "print:break-inside-avoid print:shadow-none",
        isOpen ? "border-primary ring-1 ring-primary" : "border-line",
      )}
      style={colour === undefined ? undefined : { borderColor: colour, boxShadow: `0 0 0 1px ${colour}` }}
    >
      <div className="min-h-5">
        <h3 className="text-sm/[19px] font-semibold [overflow-wrap:anywhere] hyphens-auto text-pretty">
          {/* Room for the tools on the first line; a long word has the whole width below them. */}
          {tools && <span aria-hidden="true" className="float-right ml-1 h-4 w-11 pointer-coarse:w-19" />}
          {isChanged && <ChangedDot label={t("news.mark")} />}
          {title}
        </h3>
        {tools && <div className="absolute top-3 right-3">{tools}</div>}
      </div>
      <Writing writers={writers} />
      <CardTags view={view} />
      <CardActors view={view} />
      <CardMarks view={view} />
      {initiative.source !== null && (
        <span className="absolute right-3 bottom-3 text-muted" title={t("card.source")}>
          <ExternalLink className="size-3.5" aria-hidden="true" />
          <span className="sr-only">{t("card.source")}</span>
        </span>
      )}
    </article>
  );
});

/** What the check found, what is said of it beside its status, and what is talked about. */
function CardMarks({ view: { initiative, badges, openThreads } }: { readonly view: CardView }) {
  const isMarked = INITIATIVE_MARKS.some((mark) => initiative[mark]);
  if (badges.length === 0 && openThreads === 0 && !isMarked) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5">
      {FINDING_KINDS.map((kind) => {
        const badge = badges.find((each) => each.kind === kind);
        return badge && <KindBadge key={kind} kind={kind} count={badge.count} />;
      })}
      <InitiativeMarks initiative={initiative} />
      {openThreads > 0 && <OpenThreads count={openThreads} />}
    </div>
  );
}

function OpenThreads({ count }: { readonly count: number }) {
  const { t } = useTranslation("comments");
  return (
    <Chip icon={<MessageSquare className="size-3" aria-hidden="true" />}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("onCard", { count })}</span>
    </Chip>
  );
}

function ChangedDot({ label }: { readonly label: string }) {
  return (
    <span className="mr-1.5 inline-block size-2 rounded-full bg-amber align-middle" title={label}>
      <span className="sr-only">{label}</span>
    </span>
  );
}

function Writing({ writers }: { readonly writers: readonly Writer[] }) {
  const { t } = useTranslation("board");
  const [first] = writers;
  if (first === undefined) return null;
  return (
    <p
      className="mt-1 inline-block max-w-full truncate rounded-sm px-1.5 py-0.5 text-[11px]/4 font-semibold text-white"
      style={{ backgroundColor: first.colour }}
    >
      {writers.length === 1
        ? t("card.writing", { name: first.name })
        : t("card.writingMany", { count: writers.length })}
    </p>
  );
}

function CardTags({ view: { initiative } }: { readonly view: CardView }) {
  const { termLabel } = useBoard();
  const { t } = useTranslation("board");
  const labels = (["professions", "themes"] as const).flatMap((field) =>
    initiative.tags[field].map((id) => ({ key: `${field}.${id}`, label: termLabel(field, id) })),
  );
  if (labels.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-1">
      {labels.slice(0, CHIPS).map(({ key, label }) => (
        <Chip key={key}>{label}</Chip>
      ))}
      {labels.length > CHIPS && <Chip>{t("card.others", { count: labels.length - CHIPS })}</Chip>}
    </div>
  );
}

function CardActors({ view: { initiative } }: { readonly view: CardView }) {
  const { actorOf } = useBoard();
  const { t } = useTranslation("board");
  const { t: card } = useTranslation("card");
  const { actors } = initiative;
  if (actors.length === 0) return null;
  return (
    <div className="mt-1.5 flex flex-wrap gap-1">
      {actors.slice(0, CHIPS).map(({ actorId }) => {
        const actor = actorOf(actorId);
        return (
          <Chip key={actorId} icon={<ActorMark type={actor?.type ?? "other"} />}>
            {actor?.shortName ?? actor?.name ?? card("actors.unknown")}
          </Chip>
        );
      })}
      {actors.length > CHIPS && <Chip>{t("card.others", { count: actors.length - CHIPS })}</Chip>}
    </div>
  );
}
