import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { classNames } from "#app/components/class-names.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { SaveState } from "./save-state.ts";

const badgeClass =
  "inline-flex min-h-6 items-center gap-1.5 rounded-full border px-2.5 text-xs/5 font-semibold whitespace-nowrap";

const LOOKS = {
  connecting: { Icon: LoaderCircle, tone: "border-line bg-surface text-muted" },
  saved: { Icon: Check, tone: "border-synergy/25 bg-synergy-on text-synergy" },
  saving: { Icon: LoaderCircle, tone: "border-line bg-surface text-muted" },
  offline: { Icon: CloudOff, tone: "border-gap/30 bg-gap-on text-gap" },
  failed: { Icon: TriangleAlert, tone: "border-overlap/30 bg-overlap-on text-overlap" },
};

export interface SaveBadgeProps {
  readonly save: SaveState;
  /** People who only read have nothing to save. */
  readonly canWrite: boolean;
}

/** Where scripts do not run, the board stands still: it is as it was when the page was fetched. */
export function StillBadge({ at }: { readonly at: number }) {
  const { t } = useTranslation("board");
  const { time } = useFormat();
  return (
    <noscript>
      <span className={classNames(badgeClass, LOOKS.connecting.tone)}>{t("save.still", { time: time(at) })}</span>
    </noscript>
  );
}

/** The one honest word about saving. */
export function SaveBadge({ save, canWrite }: SaveBadgeProps) {
  const { t } = useTranslation("board");
  const { Icon, tone } = LOOKS[save.state];
  return (
    <output data-save={save.state} className={classNames(badgeClass, tone)}>
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      <SaveWord save={save} canWrite={canWrite} />
      {save.state === "saved" && <span className="font-medium max-lg:hidden"> · {t("save.allConnected")}</span>}
    </output>
  );
}

function SaveWord({ save, canWrite }: SaveBadgeProps) {
  const { t } = useTranslation("board");
  if (!canWrite && save.state === "saved") return <span>{t("save.live")}</span>;
  if (save.state === "offline") {
    return <span>{save.waiting > 0 ? t("save.waiting", { count: save.waiting }) : t("save.offline")}</span>;
  }
  if (save.state === "failed" && !canWrite) return <span>{t("save.closed")}</span>;
  return <span>{t(`save.${save.state}`)}</span>;
}
