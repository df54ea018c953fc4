import { Link } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorNetwork } from "#domain/actor-network.ts";
import type { CompareView } from "#domain/compare.ts";
import { ActorNetworkDrawing } from "./actor-network-drawing.tsx";
import { useNetworkLayout } from "./use-network-layout.ts";

export interface ActorNetworkPanelProps {
  readonly network: ActorNetwork;
  readonly view: CompareView;
}

/** Who works with whom: a drawing, and the same as a table. Until the drawing is laid out the table stands there. */
export function ActorNetworkPanel({ network, view }: ActorNetworkPanelProps) {
  const { t } = useTranslation("compare");
  const [isTable, setIsTable] = useState(false);
  const layout = useNetworkLayout(network);
  if (network.actors.length === 0)
    return (
      <Panel heading={t("network.heading")}>
        <p className="text-muted">{t("network.empty")}</p>
      </Panel>
    );
  const isCut = network.actorsInAll > network.actors.length;
  return (
    <Panel
      heading={t("network.heading")}
      aside={
        layout !== null && (
          <Button size="small" tone="plain" onPress={() => setIsTable(!isTable)}>
            {t(isTable ? "network.asDrawing" : "network.asTable")}
          </Button>
        )
      }
    >
      {isTable || layout === null ? (
        <ActorNetworkTable network={network} />
      ) : (
        <>
          <ActorNetworkDrawing network={network} view={view} layout={layout} />
          <p className="mt-2 text-xs/5 text-muted">{t("network.explained")}</p>
        </>
      )}
      {isCut && <p className="text-xs/5 text-muted">{t("network.part", { actors: network.actors.length })}</p>}
    </Panel>
  );
}

function ActorNetworkTable({ network }: { readonly network: ActorNetwork }) {
  const { t } = useTranslation("compare");
  const { number } = useFormat();
  const cell = "py-1.5 pl-3 text-right tabular-nums";
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("network.label")}</caption>
      <thead className="text-xs/5 text-muted">
        <tr>
          <th scope="col" className="py-1 text-left font-semibold">
            {t("network.table.actor")}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-semibold">
            {t("network.table.initiatives")}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-semibold">
            {t("network.table.municipalities")}
          </th>
        </tr>
      </thead>
      <tbody>
        {network.actors.map((actor) => (
          <tr key={actor.id} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-medium">
              <Link to={`/actors/${actor.id}`} className="hover:text-primary hover:underline">
                {actor.name}
              </Link>
            </th>
            <td className={cell}>{number(actor.initiatives)}</td>
            <td className={cell}>{number(actor.municipalityIds.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
