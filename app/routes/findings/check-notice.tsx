import { useFetcher, useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import type { CheckProgress } from "#app/http/load-context.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";

const ASK_EVERY_MS = 2_000;

export interface CheckNoticeProps {
  readonly progress: CheckProgress;
  /** The reader may stop the check and begin it again. */
  readonly runs: boolean;
}

/** How far the check of everything has come, or where somebody stopped it. */
export function CheckNotice({ progress, runs }: CheckNoticeProps) {
  const { t } = useTranslation("findings");
  const { compared, total, isStopped } = useFreshProgress(progress) ?? progress;
  const left = total - compared;
  const stopped = left === 0 ? t("check.stoppedLate") : t("check.stopped", { compared, total, left });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-gap-on px-5 py-2 text-[13px]/5 text-gap print:hidden">
      <p role="status" className="min-w-0 flex-1 basis-72">
        {isStopped ? stopped : t("checking", { compared, total })}
      </p>
      {!isStopped && (
        <progress max={total} value={compared} aria-label={t("check.progress")} className="w-40 max-sm:w-full" />
      )}
      {runs && <RunButton isStopped={isStopped} />}
    </div>
  );
}

function RunButton({ isStopped }: { readonly isStopped: boolean }) {
  const { t } = useTranslation("findings");
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action="/check/progress">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <Button type="submit" size="small" name="intent" value={isStopped ? "begin" : "stop"}>
        {t(isStopped ? "check.begin" : "check.stop")}
      </Button>
    </fetcher.Form>
  );
}

/** Asked for again while the check runs; the list is read anew once it is done, and not before, so that it does not move. */
function useFreshProgress(shown: CheckProgress): CheckProgress | null {
  const { load, data, state } = useFetcher<{ readonly progress: CheckProgress | null }>();
  const { revalidate } = useRevalidator();
  const known = useRef(shown);
  // What the page brings is newer than what was asked for before it.
  const isFresh = known.current === shown;
  known.current = shown;
  const progress = isFresh && data !== undefined ? data.progress : shown;
  const isRunning = progress !== null && !progress.isStopped;
  useEffect(() => {
    if (!isRunning || state !== "idle") return;
    const timer = setTimeout(() => load("/check/progress"), ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isRunning, state, load]);
  const isDone = progress === null;
  useEffect(() => {
    if (isDone) revalidate();
  }, [isDone, revalidate]);
  return progress;
}
