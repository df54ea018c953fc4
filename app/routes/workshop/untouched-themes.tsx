import { useTranslation } from "react-i18next";
import { Chip } from "#app/components/chip.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { Term } from "#domain/vocabulary.ts";

/** Blank spots: themes of the reference data that no initiative here is tagged with. */
export function UntouchedThemes({ themes }: { readonly themes: readonly Term[] }) {
  const { t } = useTranslation("workshop");
  return (
    <Panel heading={t("untouched.heading")}>
      <ul className="flex flex-wrap gap-1.5">
        {themes.map(({ id, label }) => (
          <li key={id} className="max-w-full">
            <Chip tone="empty">{label}</Chip>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-muted">{t("untouched.text")}</p>
    </Panel>
  );
}
