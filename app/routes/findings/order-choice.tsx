import { Link } from "@remix-run/react";
import { classNames } from "#app/components/class-names.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { FINDING_ORDERS, type FindingOrder, type FindingView, writeFindingView } from "#domain/finding-list.ts";

export interface OrderChoiceProps {
  readonly view: FindingView;
  readonly order: FindingOrder;
  /** The reader has findings of their own among them. */
  readonly hasOwn: boolean;
}

/** What comes first, as links; the address keeps it. */
export function OrderChoice({ view, order, hasOwn }: OrderChoiceProps) {
  const { t } = useTranslation("findings");
  return (
    <nav
      aria-label={t("order.label")}
      className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-[13px]/5 print:hidden"
    >
      {FINDING_ORDERS.map((each) => (
        <Link
          key={each}
          to={`?${writeFindingView({ ...view, order: each })}`}
          preventScrollReset
          aria-current={each === order ? "true" : undefined}
          className={classNames(
            "inline-flex min-h-6 items-center border-b-2",
            each === order ? "border-primary font-semibold" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {t(`order.${each === "strength" && hasOwn ? "ownStrength" : each}`)}
        </Link>
      ))}
      {order === "value" && <p className="text-muted">{t("order.valueHelp")}</p>}
    </nav>
  );
}
