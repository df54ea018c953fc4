import type { ReactNode } from "react";
import { LinkButton } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useStageFacts } from "./stage-context.tsx";

/** To what stands in the room: the projector's page, the sheets on the tables, who is here. */
export function RoomLinks({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation("stage");
  const { stage, workshopId } = useStageFacts();
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={`/screen/${stage.joinCode}`} target="_blank">
        {t("toScreen")}
      </LinkButton>
      <LinkButton href={`/workshops/${workshopId}/live/sheets`}>{t("toSheets")}</LinkButton>
      <LinkButton href={`/workshops/${workshopId}/live/participants`}>{t("toJoined")}</LinkButton>
      {children}
    </div>
  );
}
