import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Role } from "#domain/organisation.ts";

/** For somebody who is in no workshop yet: what comes first, by what they may do. */
export function StartPanel({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation("overview");
  if (roles.includes("system-admin")) {
    const action = (
      <LinkButton href="/organisations" tone="primary">
        {t("start.organisations")}
      </LinkButton>
    );
    return (
      <EmptyState heading={t("start.heading")} action={action}>
        {t("start.systemAdmin")}
      </EmptyState>
    );
  }
  if (roles.includes("facilitator")) {
    const action = (
      <LinkButton href="/workshops" tone="primary">
        {t("start.workshops")}
      </LinkButton>
    );
    return (
      <EmptyState heading={t("start.heading")} action={action}>
        {t("start.facilitator")}
      </EmptyState>
    );
  }
  return (
    <EmptyState heading={t("start.heading")}>{roles.length === 0 ? t("start.noRole") : t("start.member")}</EmptyState>
  );
}
