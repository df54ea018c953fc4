import { BusyMark } from "#app/components/busy-mark.tsx";
import { DemoRolesNote } from "#app/components/demo-roles-note.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { InitiativeLink } from "#app/components/initiative-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { BUSY_ACTOR_MUNICIPALITIES } from "#domain/actor.ts";
import type { MunicipalityUses } from "./data.server.ts";

export interface ActorUsesProps {
  readonly name: string;
  readonly municipalities: readonly MunicipalityUses[];
}

/** Who works with the actor, on what and in which role. */
export function ActorUses({ name, municipalities }: ActorUsesProps) {
  const { t } = useTranslation("actors");
  const { number } = useFormat();
  const count = municipalities.reduce((sum, { uses }) => sum + uses.length, 0);
  if (count === 0) return <EmptyState heading={t("page.unused", { name })}>{t("page.unusedHelp")}</EmptyState>;
  const across = t("page.municipalities", { count: municipalities.length });
  return (
    <Panel heading={t("page.uses", { name })} aside={t("page.usesCount", { count, municipalities: across })}>
      {municipalities.length >= BUSY_ACTOR_MUNICIPALITIES && (
        <div className="mb-4 grid gap-2 rounded-lg bg-gap-on/50 p-3">
          <div>
            <BusyMark municipalities={municipalities.length} />
          </div>
          <p>{t("busyExplained", { municipalities: number(municipalities.length), name })}</p>
        </div>
      )}
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("page.uses", { name })}</caption>
        <thead className="text-[13px]/5 text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 font-semibold">
              {t("page.initiative")}
            </th>
            <th scope="col" className="py-1 pr-3 font-semibold">
              {t("page.role")}
            </th>
            <th scope="col" className="py-1 font-semibold">
              {t("page.status")}
            </th>
          </tr>
        </thead>
        {municipalities.map((municipality) => (
          <MunicipalityRows key={municipality.organisationId} municipality={municipality} />
        ))}
      </table>
      <DemoRolesNote />
    </Panel>
  );
}

function MunicipalityRows({ municipality }: { readonly municipality: MunicipalityUses }) {
  const { t: word } = useTranslation("vocabulary");
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="pt-4 pb-1 font-semibold">
          {municipality.name}
        </th>
      </tr>
      {municipality.uses.map((use) => (
        <tr key={`${use.boardId} ${use.initiativeId}`} className="border-t border-line">
          <td className="py-2 pr-3">
            <InitiativeLink boardId={use.boardId} initiativeId={use.initiativeId}>
              {use.title}
            </InitiativeLink>
          </td>
          <td className="py-2 pr-3">{word(`actorRole.${use.role}`)}</td>
          <td className="py-2 text-muted">{word(`status.${use.status}`)}</td>
        </tr>
      ))}
    </tbody>
  );
}
