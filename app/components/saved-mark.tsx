import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/text/use-translation.ts";

export interface SavedMarkProps {
  readonly isShown: boolean;
  /** The button that saves. */
  readonly children: ReactNode;
}

/** A button and, after it has done its work, the word that says so. */
export function SavedMark({ isShown, children }: SavedMarkProps) {
  const { t } = useTranslation("common");
  return (
    <div className="flex items-center gap-3">
      {children}
      <span role="status" className="flex items-center gap-1 font-medium text-synergy">
        {isShown && (
          <>
            <Check className="size-4" aria-hidden="true" />
            {t("saved")}
          </>
        )}
      </span>
    </div>
  );
}
