import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Chip } from "#app/components/chip.tsx";
import { DemoRolesNote } from "#app/components/demo-roles-note.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type InitiativeSnapshot, TAG_FIELDS, type TagField } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { InitiativeMarks } from "./initiative-marks.tsx";
import { RichText, richTextClass } from "./rich-text.tsx";

/** A card to read: for those who may not write, while the fields are fetched, and without JavaScript. */
export function CardReading({ initiative }: { readonly initiative: InitiativeSnapshot }) {
  const { t } = useTranslation("card");
  const { t: board } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const { description, startYear } = initiative;
  return (
    <>
      <div>
        <div className="flex flex-wrap gap-2">
          <Chip tone="soft">{word(`status.${initiative.status}`)}</Chip>
          <InitiativeMarks initiative={initiative} />
        </div>
        <h2 className="mt-2 text-xl/7 [overflow-wrap:anywhere] hyphens-auto">
          {initiative.title.trim() || board("card.untitled")}
        </h2>
      </div>
      <CardSection heading={t("description")}>
        {description.length === 0 ? (
          <p className="text-muted">{t("descriptionEmpty")}</p>
        ) : (
          <div className={richTextClass}>
            <RichText nodes={description} />
          </div>
        )}
      </CardSection>
      <ActorsRead initiative={initiative} />
      <TagsRead initiative={initiative} />
      {startYear !== null && <CardSection heading={t("startYear")}>{startYear}</CardSection>}
      <SourceLink initiative={initiative} />
    </>
  );
}

export interface CardSectionProps {
  readonly heading: ReactNode;
  readonly children: ReactNode;
}

export function CardSection({ heading, children }: CardSectionProps) {
  return (
    <section className="print:break-inside-avoid">
      <h3 className="mb-1 text-[13px]/5 text-muted">{heading}</h3>
      {children}
    </section>
  );
}

function ActorsRead({ initiative: { actors } }: { readonly initiative: InitiativeSnapshot }) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { actorOf } = useBoard();
  if (actors.length === 0) return null;
  return (
    <CardSection heading={t("actors.heading")}>
      <ul className="flex flex-wrap gap-1.5">
        {actors.map(({ actorId, role }) => {
          const actor = actorOf(actorId);
          return (
            <li key={actorId} className="max-w-full">
              <Chip icon={<ActorMark type={actor?.type ?? "other"} />}>
                {actor?.name ?? t("actors.unknown")}
                <span className="text-muted"> · {word(`actorRole.${role}`).toLowerCase()}</span>
                {actor?.isNew && <span className="font-semibold text-gap"> · {t("actors.isNew")}</span>}
              </Chip>
            </li>
          );
        })}
      </ul>
    </CardSection>
  );
}

/** The word for a tag; chain links are a closed set and stand with the texts. */
export function useTagLabel(): (field: TagField, id: string) => string {
  const { termLabel } = useBoard();
  const { t } = useTranslation("vocabulary");
  return (field, id) =>
    field === "chainLinks" ? t(`chainLink.${id}` as "chainLink.awareness", { defaultValue: id }) : termLabel(field, id);
}

function TagsRead({ initiative: { tags } }: { readonly initiative: InitiativeSnapshot }) {
  const { t: word } = useTranslation("vocabulary");
  const labelOf = useTagLabel();
  const filled = TAG_FIELDS.filter((field) => tags[field].length > 0);
  if (filled.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-3">
      {filled.map((field) => (
        <CardSection key={field} heading={word(`tagField.${field}`)}>
          <ul className="flex flex-wrap gap-1.5">
            {tags[field].map((id) => (
              <li key={id} className="max-w-full">
                <Chip>{labelOf(field, id)}</Chip>
              </li>
            ))}
          </ul>
        </CardSection>
      ))}
    </div>
  );
}

/** Where a public initiative was first described. */
export function SourceLink({ initiative }: { readonly initiative: InitiativeSnapshot }) {
  const { t } = useTranslation("card");
  const { source } = initiative;
  if (source === null) return null;
  return (
    <CardSection heading={t("source")}>
      <a
        href={source.url}
        className="link inline-flex max-w-full items-center gap-1.5"
        target="_blank"
        rel="noreferrer"
      >
        <span className="truncate">{source.title || source.url}</span>
        <ExternalLink className="size-3.5 shrink-0" aria-hidden="true" />
      </a>
      {initiative.actors.length > 0 && <DemoRolesNote />}
    </CardSection>
  );
}
