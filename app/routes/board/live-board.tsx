import { useRevalidator, useSearchParams } from "@remix-run/react";
import { classNames } from "#app/components/class-names.ts";
import { AppPage } from "#app/components/page.tsx";
import { BoardProvider, NowProvider } from "./board-context.tsx";
import { BoardLanes } from "./board-lanes.tsx";
import { BIN_PARAM, binned, CARD_PARAM, filterOf } from "./board-view.ts";
import { CardDrawer } from "./card-drawer.tsx";
import type { BoardPage } from "./data.server.ts";
import { NOBODY } from "./people.ts";
import { PeopleHere } from "./people-here.tsx";
import { SaveBadge } from "./save-badge.tsx";
import type { SaveState } from "./save-state.ts";
import { ShareButton } from "./share-button.tsx";
import { useStore } from "./store.ts";
import { useActivity } from "./use-activity.ts";
import { useBoardDoc } from "./use-board-doc.ts";
import { useBoardValue } from "./use-board-value.ts";
import { usePartsAtHand } from "./use-parts-at-hand.ts";

const CONNECTING: SaveState = { state: "connecting", blocked: false };

/** The board of one kommune, alive: what the server painted first, and then the shared document. */
export function LiveBoard({ page }: { readonly page: BoardPage }) {
  const { board } = page;
  const [params] = useSearchParams();
  const openCardId = params.get(CARD_PARAM);
  const { revalidate } = useRevalidator();
  const activity = useActivity(board.id, page, openCardId);
  const session = useBoardDoc({
    boardId: board.id,
    room: board.room,
    me: { ...page.me, role: page.canWrite ? "write" : "read" },
    painted: page.snapshot,
    onFindings: activity.refresh,
    onRoleChanged: revalidate,
  });
  const { initiatives } = useStore(session?.board, page.snapshot);
  const save = useStore(session?.save, CONNECTING);
  const people = useStore(session?.presence.people, NOBODY);
  const value = useBoardValue(page, { session, initiatives, actors: activity.actors });
  usePartsAtHand(value.canEdit);
  const open = openCardId === null ? undefined : initiatives.find(({ id }) => id === openCardId);
  return (
    <BoardProvider value={value}>
      <NowProvider value={activity.now}>
        <AppPage
          width="full"
          crumbs={[
            { label: board.workshop.title, href: `/workshops/${board.workshop.id}` },
            { label: board.organisation.name },
          ]}
          headAside={
            <>
              {session !== null && <SaveBadge save={save} canWrite={page.canWrite} />}
              <PeopleHere people={people} personId={page.me.id} />
              <ShareButton />
            </>
          }
        >
          <div className="flex flex-1 items-stretch">
            <div
              className={classNames(
                "flex min-w-0 flex-1 flex-col px-3 py-4 sm:px-5 print:px-0",
                openCardId !== null && "print:hidden",
              )}
            >
              <BoardLanes
                page={page}
                initiatives={initiatives}
                badges={activity.badges}
                openCardId={openCardId}
                save={save}
                filter={filterOf(params)}
                isBinOpen={params.has(BIN_PARAM)}
                binned={binned(initiatives)}
              />
            </div>
            {openCardId !== null && <CardDrawer initiative={open ?? null} facts={activity.card} />}
          </div>
        </AppPage>
      </NowProvider>
    </BoardProvider>
  );
}
