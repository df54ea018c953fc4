import { Link, useSearchParams } from "@remix-run/react";
import { X } from "lucide-react";
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { Button, iconButtonClass } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { later } from "#app/components/later.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { useBoard, useNow } from "./board-context.tsx";
import type { OpenCardFacts } from "./board-data.ts";
import { CARD_PARAM, withParams } from "./board-view.ts";
import { CardReading } from "./card-reading.tsx";
import { CommentThreads } from "./comments/threads.tsx";
import type { Comments } from "./comments/use-comments.ts";
import { RelatedList } from "./related-list.tsx";
import { useCardCommands } from "./use-card-commands.ts";

/** Fields to write in come when a card is opened by somebody who may write. */
const CardForm = later(() => import("./card-form.tsx"));

export interface CardDrawerProps {
  /** Null when the address names a card that the board does not hold. */
  readonly initiative: InitiativeSnapshot | null;
  readonly facts: OpenCardFacts | null;
  readonly comments: Comments;
}

/** The open card: at the side of the board, on a narrow screen over it. */
export function CardDrawer({ initiative, facts, comments }: CardDrawerProps) {
  const { t } = useTranslation("card");
  const [params] = useSearchParams();
  const close = useRef<HTMLAnchorElement>(null);
  const id = initiative?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card is another place to be
  useEffect(() => close.current?.focus({ preventScroll: true }), [id]);
  useCloseOnEscape(close);
  return (
    <aside
      aria-label={initiative === null ? t("gone.heading") : t("label", { title: initiative.title })}
      className={classNames(
        "z-40 flex flex-col gap-4 border-line bg-bg p-4 sm:p-5",
        "max-lg:fixed max-lg:inset-0 max-lg:overflow-y-auto",
        "lg:sticky lg:top-14 lg:z-20 lg:h-[calc(100dvh-3.5rem)] lg:w-[26rem] lg:shrink-0 lg:overflow-y-auto lg:border-l",
        "print:static! print:h-auto! print:w-full! print:overflow-visible print:border-0 print:bg-transparent print:p-0",
      )}
    >
      <div className="-mb-2 flex items-center justify-between gap-3">
        {facts !== null && facts.id === id ? <LastChangeLine facts={facts} /> : <span />}
        <Link
          ref={close}
          to={`?${withParams(params, { [CARD_PARAM]: null })}`}
          preventScrollReset
          aria-label={t("close")}
          className={iconButtonClass()}
        >
          <X aria-hidden="true" />
        </Link>
      </div>
      {initiative === null ? (
        <GoneCard />
      ) : (
        <CardContent key={initiative.id} initiative={initiative} facts={facts} comments={comments} />
      )}
    </aside>
  );
}

interface CardContentProps extends CardDrawerProps {
  readonly initiative: InitiativeSnapshot;
}

function CardContent({ initiative, facts, comments }: CardContentProps): ReactNode {
  const { canEdit } = useBoard();
  const own = facts?.id === initiative.id ? facts : null;
  const reading = (
    <>
      <CardReading initiative={initiative} />
      <RelatedList related={own?.related ?? []} state="stored" />
    </>
  );
  return (
    <>
      {initiative.binnedAt !== null && <BinnedNote initiative={initiative} />}
      {canEdit ? (
        <Suspense fallback={reading}>
          <CardForm initiative={initiative} facts={own} />
        </Suspense>
      ) : (
        reading
      )}
      {/* Outside what the fields take the place of: a comment that somebody has begun stays. */}
      <CommentThreads initiativeId={initiative.id} comments={comments} />
    </>
  );
}

function LastChangeLine({ facts }: { readonly facts: OpenCardFacts }) {
  const { t } = useTranslation("card");
  const { personId } = useBoard();
  const now = useNow();
  const { ago } = useFormat();
  const last = facts.changes.find(({ field }) => field !== "order");
  if (last === undefined) return <span />;
  const when = ago(last.at, now);
  const text =
    last.personId === personId
      ? t("changedByYou", { when })
      : last.name === null
        ? t("changed", { when })
        : t("changedBy", { name: last.name, when });
  return <p className="text-xs/5 text-muted">{text}</p>;
}

function GoneCard() {
  const { t } = useTranslation("card");
  return (
    <div>
      <h2 className="text-lg/7">{t("gone.heading")}</h2>
      <p className="mt-1 text-muted">{t("gone.text")}</p>
    </div>
  );
}

function BinnedNote({ initiative }: { readonly initiative: InitiativeSnapshot }) {
  const { t } = useTranslation("card");
  const { canEdit } = useBoard();
  const { restore } = useCardCommands(initiative);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-gap-on px-3 py-2 text-gap">
      <p className="min-w-0 flex-1">{t("binned")}</p>
      {canEdit && (
        <Button size="small" onPress={restore}>
          {t("restore")}
        </Button>
      )}
    </div>
  );
}

/** Escape closes the card unless something inside it (a list, a menu) has taken the key for itself. */
function useCloseOnEscape(close: React.RefObject<HTMLAnchorElement>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("[role=dialog], [role=menu], [role=listbox], [aria-expanded=true]")) return;
      close.current?.click();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [close]);
}
