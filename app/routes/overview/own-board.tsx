import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { StatusBar } from "#app/components/status-bar.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Lane } from "#domain/initiative.ts";

export interface OwnBoardProps {
  readonly board: {
    readonly id: string;
    readonly organisation: string;
    readonly organisationId: string;
    readonly workshop: { readonly id: string; readonly title: string };
    readonly initiatives: number;
    readonly actors: number;
    readonly lanes: Readonly<Record<Lane, number>>;
    readonly overlap: number;
    readonly synergy: number;
  };
  /** With more than one, each says where it belongs. */
  readonly isOnly: boolean;
}

/** One's own board in numbers. */
export function OwnBoard({ board, isOnly }: OwnBoardProps) {
  const { t } = useTranslation("overview");
  const { id, organisation, workshop, initiatives, actors, overlap, synergy, lanes } = board;
  const chain = new URLSearchParams({ workshop: workshop.id, municipality: board.organisationId });
  const open = (
    <LinkButton
      href={`/boards/${id}`}
      aria-label={isOnly ? undefined : t("board.openIn", { workshop: workshop.title })}
    >
      {t("board.open")}
    </LinkButton>
  );
  return (
    <Panel heading={isOnly ? t("board.heading") : t("board.headingIn", { organisation })} aside={open}>
      {!isOnly && <p className="-mt-2 mb-2 text-[13px] text-muted">{workshop.title}</p>}
      {initiatives === 0 ? (
        <p className="text-muted">{t("board.empty")}</p>
      ) : (
        <>
          <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
            <Figure value={initiatives} label={t("board.initiatives", { count: initiatives })} />
            <Figure value={actors} label={t("board.actors", { count: actors })} />
            <Figure value={overlap} label={t("board.overlap")} colour="text-overlap" />
            <Figure value={synergy} label={t("board.synergies", { count: synergy })} colour="text-synergy" />
          </dl>
          <StatusBar counts={lanes} isWritten />
          <p className="mt-3">
            <Link to={`/chain?${chain}`} className="link">
              {t("board.chain")}
            </Link>
          </p>
        </>
      )}
    </Panel>
  );
}

function Figure(props: { readonly value: number; readonly label: string; readonly colour?: string }) {
  const { value, label, colour = "text-ink" } = props;
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-[13px] text-muted">{label}</dt>
      <dd className={`text-[28px]/9 font-semibold ${colour}`}>{value}</dd>
    </div>
  );
}
