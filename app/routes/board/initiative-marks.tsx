import { BadgeCheck, Pause } from "lucide-react";
import { Chip } from "#app/components/chip.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { INITIATIVE_MARKS, type InitiativeSnapshot } from "#domain/initiative.ts";

const ICONS = { paused: Pause, evaluated: BadgeCheck } as const;

/** What is said of an initiative beside its status: that it is paused, that it has been evaluated. */
export function InitiativeMarks({ initiative }: { readonly initiative: InitiativeSnapshot }) {
  const { t: word } = useTranslation("vocabulary");
  return INITIATIVE_MARKS.filter((mark) => initiative[mark]).map((mark) => {
    const Icon = ICONS[mark];
    return (
      <Chip key={mark} icon={<Icon className="size-3" aria-hidden="true" />}>
        {word(`mark.${mark}`)}
      </Chip>
    );
  });
}
