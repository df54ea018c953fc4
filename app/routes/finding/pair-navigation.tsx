import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PairPlace } from "./place.server.ts";

/** To the previous and the next pair of the list. */
export function PairNavigation({ place: { previous, next } }: { readonly place: PairPlace }) {
  const { t } = useTranslation("findings");
  return (
    <>
      <Step href={previous}>
        <ChevronLeft className="size-4" aria-hidden="true" />
        {t("pair.previous")}
      </Step>
      <Step href={next}>
        {t("pair.next")}
        <ChevronRight className="size-4" aria-hidden="true" />
      </Step>
    </>
  );
}

function Step({ href, children }: { readonly href: string | null; readonly children: ReactNode }) {
  return href === null ? null : <LinkButton href={href}>{children}</LinkButton>;
}
