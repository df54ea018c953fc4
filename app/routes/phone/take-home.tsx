import { LinkButton } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { usePhone } from "./phone-context.ts";

/** The workshop is over: what one's kommune takes home. Who came for none has no edition. */
export function TakeHome() {
  const { t } = useTranslation(["phone", "report"]);
  const { me, view } = usePhone();
  const municipality = me.organisationId === null ? undefined : view.organisations[me.organisationId]?.name;
  return (
    <div className="grid gap-4 text-base/6">
      <p>{t("phone:closed.text")}</p>
      {municipality !== undefined && (
        <LinkButton
          href={`/workshops/${me.workshopId}/report?kommune=${me.organisationId}`}
          tone="primary"
          className="min-h-12 w-full text-base/6"
        >
          {t("report:edition", { municipality })}
        </LinkButton>
      )}
    </div>
  );
}
