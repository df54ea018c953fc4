import type { ReactNode } from "react";
import { useTranslation } from "#app/text/use-translation.ts";

interface SectionProps {
  readonly id: string;
  readonly heading: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A part of the report; of nothing it says that there is none. */
export function Section({ id, heading, count, children }: SectionProps) {
  const { t } = useTranslation("report");
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 border-b border-line pb-1 text-lg/7 break-after-avoid">
        {heading} ({count})
      </h2>
      {count === 0 ? <p className="text-muted">{t("none")}</p> : children}
    </section>
  );
}
