import { GraduationCap, Link2, type LucideIcon, Users } from "lucide-react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingKind, Strength } from "#domain/finding.ts";
import { classNames } from "./class-names.ts";

/** Two circles on top of each other, striped where they meet. */
function OverlapIcon({ className }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      className={className}
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.5 2.6v10.8M8 2v12M10.5 2.6v10.8" />
    </svg>
  );
}

const ICONS: Record<FindingKind, LucideIcon | typeof OverlapIcon> = {
  overlap: OverlapIcon,
  "learn-from": GraduationCap,
  "shared-actor": Users,
  complementary: Link2,
};

interface KindTones {
  readonly text: string;
  readonly soft: string;
  readonly solid: string;
  /** Words of a text that the check rests on. */
  readonly mark: string;
}

const SYNERGY: KindTones = {
  text: "text-synergy",
  soft: "bg-synergy-on text-synergy",
  solid: "bg-synergy",
  mark: "bg-synergy-on decoration-synergy",
};

/** Colours of a kind; each goes with its icon and its word. */
export const KIND_TONES: Record<FindingKind, KindTones> = {
  overlap: {
    text: "text-overlap",
    soft: "bg-overlap-on text-overlap",
    solid: "bg-overlap",
    mark: "bg-overlap-on decoration-overlap",
  },
  "learn-from": {
    text: "text-learn",
    soft: "bg-learn-on text-learn",
    solid: "bg-learn",
    mark: "bg-learn-on decoration-learn",
  },
  "shared-actor": SYNERGY,
  complementary: SYNERGY,
};

export function KindIcon({ kind, className }: { readonly kind: FindingKind; readonly className?: string }) {
  const Icon = ICONS[kind];
  return <Icon className={classNames("size-3.5 shrink-0", className)} />;
}

export interface KindBadgeProps {
  readonly kind: FindingKind;
  readonly strength?: Strength;
  /** How many, before the word: "2 overlap". */
  readonly count?: number;
}

/** What kind of finding, by icon, word and colour. */
export function KindBadge({ kind, strength, count }: KindBadgeProps) {
  const { t } = useTranslation("vocabulary");
  const name = t(`findingKind.${kind}`);
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center gap-1.5 rounded-sm px-2 py-0.5 text-xs/4 font-semibold",
        KIND_TONES[kind].soft,
      )}
    >
      <KindIcon kind={kind} />
      <span>
        {count === undefined ? name : `${count} ${name.toLowerCase()}`}
        {strength !== undefined && ` · ${t(`strength.${strength}`)}`}
      </span>
    </span>
  );
}
