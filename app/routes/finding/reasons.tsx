import { Link } from "@remix-run/react";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PairReason } from "./data.server.ts";

/** Everything the check found for it, and what speaks against. */
export function Reasons({ reasons }: { readonly reasons: readonly PairReason[] }) {
  const { t } = useTranslation("findings");
  const against = reasons.filter(({ weight }) => weight < 0);
  return (
    <Panel heading={t("pair.why")}>
      <ReasonItems reasons={reasons.filter(({ weight }) => weight > 0)} sign="+" />
      {against.length > 0 && (
        <>
          <h3 className="mt-4 mb-1">{t("pair.against")}</h3>
          <ReasonItems reasons={against} sign="−" />
        </>
      )}
      <p className="mt-3 text-[13px]/5">
        <Link to="/check" className="link">
          {t("pair.howItWorks")}
        </Link>
      </p>
    </Panel>
  );
}

function ReasonItems({ reasons, sign }: { readonly reasons: readonly PairReason[]; readonly sign: "+" | "−" }) {
  return (
    <ul className="grid gap-1">
      {reasons.map((reason) => (
        <li key={reason.code} className="flex gap-2">
          <span aria-hidden="true" className="w-3 shrink-0 text-center font-semibold text-muted">
            {sign}
          </span>
          <span className="block first-letter:uppercase">{reason.text}</span>
        </li>
      ))}
    </ul>
  );
}
