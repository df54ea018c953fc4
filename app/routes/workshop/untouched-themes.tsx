import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Chip } from "#app/components/chip.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { ideaAddress } from "#domain/idea-start.ts";
import type { Term } from "#domain/vocabulary.ts";

const SHOWN = 6;

export interface UntouchedThemesProps {
  readonly themes: readonly Term[];
  /** The reader's own board, on which a theme begins an idea; null for those who have none. */
  readonly ideaBoardId: string | null;
}

/** Blank spots: themes of the reference data that no initiative here is tagged with. */
export function UntouchedThemes({ themes, ideaBoardId }: UntouchedThemesProps) {
  const { t } = useTranslation("workshop");
  const rest = themes.slice(SHOWN);
  return (
    <Panel heading={t("untouched.heading")}>
      <Chips themes={themes.slice(0, SHOWN)} ideaBoardId={ideaBoardId} />
      {rest.length > 0 && (
        <details className="mt-1.5">
          <summary className="link min-h-6 w-fit text-[13px]">{t("untouched.more", { count: rest.length })}</summary>
          <div className="mt-1.5">
            <Chips themes={rest} ideaBoardId={ideaBoardId} />
          </div>
        </details>
      )}
      <p className="mt-3 text-xs text-muted">{t("untouched.text")}</p>
    </Panel>
  );
}

function Chips({ themes, ideaBoardId }: UntouchedThemesProps) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {themes.map((theme) => (
        <li key={theme.id} className="max-w-full">
          {ideaBoardId === null ? (
            <Chip tone="empty">{theme.label}</Chip>
          ) : (
            <IdeaLink theme={theme} boardId={ideaBoardId} />
          )}
        </li>
      ))}
    </ul>
  );
}

function IdeaLink({ theme, boardId }: { readonly theme: Term; readonly boardId: string }) {
  const { t } = useTranslation("workshop");
  return (
    <Link
      to={ideaAddress(boardId, { themes: theme.id })}
      aria-label={t("untouched.idea", { theme: theme.label })}
      className="block rounded-full hover:bg-gap-on"
    >
      <Chip tone="empty" icon={<Plus className="size-3 shrink-0" aria-hidden="true" />}>
        {theme.label}
      </Chip>
    </Link>
  );
}
