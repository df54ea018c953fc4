import { useTranslation } from "#app/text/use-translation.ts";
import { useShell } from "./shell-context.tsx";

/** The demo gives every actor of a source a role, which the sources seldom do: it says so where roles are shown. */
export function DemoRolesNote() {
  const { t } = useTranslation("common");
  return useShell().demo ? <p className="mt-1 text-[13px]/5 text-muted">{t("demoRoles")}</p> : null;
}
