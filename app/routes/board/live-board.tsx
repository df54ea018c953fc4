import { useRevalidator, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { classNames } from "#app/components/class-names.ts";
import { AppPage } from "#app/components/page.tsx";
import { BoardProvider, NowProvider } from "./board-context.tsx";
import { BoardLanes } from "./board-lanes.tsx";
import type { BoardSession } from "./board-session.ts";
import { BIN_PARAM, binned, CARD_PARAM, filterOf } from "./board-view.ts";
import { CardDrawer } from "./card-drawer.tsx";
import { type Comments, useComments } from "./comments/use-comments.ts";
import type { BoardPage } from "./data.server.ts";
import { NOBODY } from "./people.ts";
import { PeopleHere } from "./people-here.tsx";
import { SaveBadge, StillBadge } from "./save-badge.tsx";
import { CONNECTING } from "./save-state.ts";
import { ShareButton } from "./share-button.tsx";
import { useStore } from "./store.ts";
import { type LiveActivity, useActivity } from "./use-activity.ts";
import { useBoardDoc } from "./use-board-doc.ts";
import { useBoardValue } from "./use-board-value.ts";
import { usePartsAtHand } from "./use-parts-at-hand.ts";

/** The board of one kommune, alive: what the server painted first, and then the shared document. */
export function LiveBoard({ page }: { readonly page: BoardPage }) {
  const { board } = page;
  const [params] = useSearchParams();
  const { revalidate } = useRevalidator();
  const openCardId = params.get(CARD_PARAM);
  const activity = useActivity(board.id, page, openCardId);
  const comments = useComments(board.id, openCardId, page.comments);
  const session = useBoardDoc({
    boardId: board.id,
    room: board.room,
    me: { ...page.me, role: page.canWrite ? "write" : "read" },
    painted: page.snapshot,
    onFindings: activity.refresh,
    onComments: comments.refresh,
    onRoleChanged: revalidate,
    onRenewed: revalidate,
  });
  return (
    <AppPage
      width="full"
      crumbs={[
        { label: board.workshop.title, href: `/workshops/${board.workshop.id}` },
        { label: board.organisation.name },
      ]}
      headAside={<BoardState page={page} session={session} />}
    >
      <NowProvider value={activity.now}>
        <BoardBody page={page} session={session} activity={activity} comments={comments} />
      </NowProvider>
    </AppPage>
  );
}

interface BoardStateProps {
  readonly page: BoardPage;
  readonly session: BoardSession | null;
}

/** In the page's head; saving and presence change by the letter, and nothing else is painted for them. */
function BoardState({ page, session }: BoardStateProps) {
  const save = useStore(session?.save, CONNECTING);
  const people = useStore(session?.presence.people, NOBODY);
  return (
    <>
      {session === null ? <StillBadge at={page.now} /> : <SaveBadge save={save} canWrite={page.canWrite} />}
      <PeopleHere people={people} personId={page.me.id} />
      <ShareButton />
    </>
  );
}

interface BoardBodyProps extends BoardStateProps {
  readonly activity: LiveActivity;
  readonly comments: Comments;
}

/** Lanes and open card: painted when the document has changed, at most once per frame. */
function BoardBody({ page, session, activity, comments }: BoardBodyProps) {
  const [params] = useSearchParams();
  const filter = useMemo(() => filterOf(params), [params]);
  const openCardId = params.get(CARD_PARAM);
  const { initiatives } = useStore(session?.board, page.snapshot);
  const value = useBoardValue(page, { session, initiatives, actors: activity.actors });
  usePartsAtHand(value.canEdit);
  const open = openCardId === null ? undefined : initiatives.find(({ id }) => id === openCardId);
  return (
    <BoardProvider value={value}>
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
            openThreads={comments.open}
            openCardId={openCardId}
            filter={filter}
            isBinOpen={params.has(BIN_PARAM)}
            binned={binned(initiatives)}
          />
        </div>
        {openCardId !== null && <CardDrawer initiative={open ?? null} facts={activity.card} comments={comments} />}
      </div>
    </BoardProvider>
  );
}
