import { Trans } from "react-i18next";
import { KindBadge } from "#app/components/kind-badge.tsx";
import { StateMark } from "#app/components/state-mark.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PairPage, PairReason } from "./data.server.ts";

/** Reasons that say "this is the same in both", by the name of what is the same. */
const SAME = {
  sameTarget: "target",
  sharedActor: "actor",
  sharedActorRelated: "actor",
  sameMeans: "means",
  sameStaff: "staff",
  sameAim: "aim",
  sameActivity: "activity",
  sameTheme: "theme",
} as const;

const isSame = (code: string): code is keyof typeof SAME => Object.hasOwn(SAME, code);

const sameThings = (reasons: readonly PairReason[]) => [
  ...new Set(
    reasons
      .filter(({ weight, isNear }) => weight > 0 && !isNear)
      .flatMap(({ code }) => (isSame(code) ? [SAME[code]] : [])),
  ),
];

/** What kind of finding, how strong, how far it is, and the short reason. */
export function PairHeading({ pair }: { readonly pair: PairPage }) {
  const { t } = useTranslation("findings");
  const { list } = useFormat();
  const same = sameThings(pair.reasons).map((thing) => t(`pair.same.${thing}`));
  return (
    <div className="grid gap-2">
      <h1 className="sr-only">
        «{pair.a.title.text}» {t("and")} «{pair.b.title.text}»
      </h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <KindBadge kind={pair.kind} strength={pair.strength} />
        {same.length > 0 && (
          <p className="text-muted">
            <Trans
              t={t}
              i18nKey="pair.because"
              count={same.length}
              values={{ things: list(same) }}
              components={{ strong: <strong className="text-ink" /> }}
            />
          </p>
        )}
        <span className="sm:ml-auto">
          <StateMark state={pair.state} />
        </span>
      </div>
      {pair.isGone && <p className="rounded-lg bg-gap-on/60 px-4 py-2">{t("pair.gone")}</p>}
    </div>
  );
}
