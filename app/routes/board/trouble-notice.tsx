import { TriangleAlert } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { later } from "#app/components/later.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";
import { CONNECTING, type SaveState } from "./save-state.ts";
import { useStore } from "./store.ts";

const CopyOut = later(() => import("./copy-out.tsx"));

type Trouble = Extract<SaveState, { state: "failed" }>["why"] | "offline" | "blocked";

function troubleOf(save: SaveState): Trouble | null {
  if (save.state === "failed") return save.why;
  if (save.state === "offline") return save.blocked ? "blocked" : "offline";
  return save.state === "connecting" && save.blocked ? "blocked" : null;
}

/** When saving or following along does not work: one sentence, and what to do about it. */
export function TroubleNotice() {
  const { t } = useTranslation("board");
  const { session } = useBoard();
  const trouble = troubleOf(useStore(session?.save, CONNECTING));
  return (
    <div role="status" className="print:hidden">
      {trouble !== null && (
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-gap/30 bg-gap-on px-3.5 py-2.5 text-gap">
          <TriangleAlert className="size-4.5 shrink-0" aria-hidden="true" />
          <p className="min-w-0 flex-1 basis-64 font-medium">{t(`trouble.${trouble}`)}</p>
          <Suspense>
            <TroubleActions trouble={trouble} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function TroubleActions({ trouble }: { readonly trouble: Trouble }): ReactNode {
  const { t } = useTranslation("board");
  const { boardId, session } = useBoard();
  const reload = () => {
    session?.dropCopy();
    window.location.reload();
  };
  switch (trouble) {
    case "session-ended":
      return (
        <>
          <CopyOut />
          <LinkButton href={`/sign-in?next=/boards/${boardId}`} target="_blank" tone="primary">
            {t("trouble.signIn")}
          </LinkButton>
        </>
      );
    case "unreadable":
    case "access-withdrawn":
    case "board-gone":
      return (
        <>
          <CopyOut />
          <LinkButton href="/">{t("trouble.toOverview")}</LinkButton>
        </>
      );
    case "renewed":
    case "too-large":
    case "invalid":
      return (
        <>
          <CopyOut />
          <Button onPress={reload}>{t("trouble.reload")}</Button>
        </>
      );
    case "stalled":
      return <CopyOut />;
    default:
      return null;
  }
}
