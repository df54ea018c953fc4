import { Link, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { useBoard, useNow } from "./board-context.tsx";
import { BIN_PARAM, CARD_PARAM, withParams } from "./board-view.ts";
import { EmptyBinDialog } from "./empty-bin-dialog.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { useCardCommands } from "./use-card-commands.ts";

/** What was taken off the board, newest first, and the way back. */
export function BinPanel({ binned }: { readonly binned: readonly InitiativeSnapshot[] }) {
  const { t } = useTranslation("board");
  const { t: common } = useTranslation("common");
  const { canEdit } = useBoard();
  const [params] = useSearchParams();
  const [emptying, setEmptying] = useState<readonly string[] | null>(null);
  const [erasing, setErasing] = useState<InitiativeSnapshot | null>(null);
  const close = (
    <Link to={`?${withParams(params, { [BIN_PARAM]: null })}`} preventScrollReset className="link">
      {common("actions.close")}
    </Link>
  );
  return (
    <Panel heading={t("bin.heading")} aside={close} className="mb-4">
      <p className="text-muted">{binned.length === 0 ? t("bin.empty") : t("bin.intro")}</p>
      <ul className="mt-2 divide-y divide-line">
        {binned.map((initiative) => (
          <BinnedRow key={initiative.id} initiative={initiative} onErase={() => setErasing(initiative)} />
        ))}
      </ul>
      {canEdit && binned.length > 0 && (
        <Button tone="danger" size="small" onPress={() => setEmptying(binned.map(({ id }) => id))} className="mt-3">
          {t("bin.emptyIt")}
        </Button>
      )}
      {emptying !== null && <EmptyBinDialog ids={emptying} onClose={() => setEmptying(null)} />}
      {erasing !== null && <EraseDialog initiative={erasing} onClose={() => setErasing(null)} />}
    </Panel>
  );
}

interface BinnedRowProps {
  readonly initiative: InitiativeSnapshot;
  readonly onErase: () => void;
}

function BinnedRow({ initiative, onErase }: BinnedRowProps) {
  const { t } = useTranslation("board");
  const { canEdit, canErase } = useBoard();
  const now = useNow();
  const { ago } = useFormat();
  const [params] = useSearchParams();
  const { restore } = useCardCommands(initiative);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0">
        <Link
          to={`?${withParams(params, { [CARD_PARAM]: initiative.id })}`}
          preventScrollReset
          className="link font-semibold"
        >
          {initiative.title.trim() || t("card.untitled")}
        </Link>
        <span className="block text-xs/5 text-muted">
          {t("bin.at", { when: ago(initiative.binnedAt ?? now, now) })}
        </span>
      </span>
      {canEdit && (
        <span className="flex gap-2">
          <Button size="small" onPress={restore}>
            {t("bin.restore")}
          </Button>
          {canErase && (
            <Button size="small" tone="danger" onPress={onErase}>
              {t("bin.erase")}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
