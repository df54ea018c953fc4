import { Chip } from "#app/components/chip.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Term } from "#domain/vocabulary.ts";

const SHOWN = 6;

/** Blank spots: themes of the reference data that no initiative here is tagged with. */
export function UntouchedThemes({ themes }: { readonly themes: readonly Term[] }) {
  const { t } = useTranslation("workshop");
  const rest = themes.slice(SHOWN);
  return (
    <Panel heading={t("untouched.heading")}>
      <Chips themes={themes.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="mt-1.5">
          <summary className="link min-h-6 w-fit text-[13px]">{t("untouched.more", { count: rest.length })}</summary>
          <div className="mt-1.5">
            <Chips themes={rest} />
          </div>
        </details>
      )}
      <p className="mt-3 text-xs text-muted">{t("untouched.text")}</p>
    </Panel>
  );
}

function Chips({ themes }: { readonly themes: readonly Term[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {themes.map(({ id, label }) => (
        <li key={id} className="max-w-full">
          <Chip tone="empty">{label}</Chip>
        </li>
      ))}
    </ul>
  );
}
