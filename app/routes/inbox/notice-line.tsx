import { Form } from "@remix-run/react";
import { Avatar } from "#app/components/avatar.tsx";
import { classNames } from "#app/components/class-names.ts";
import { CommentText } from "#app/components/comment-text.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ShownNotice } from "./data.server.ts";

/** One comment that somebody is told of; opening it is reading it. */
export function NoticeLine({ notice, now }: { readonly notice: ShownNotice; readonly now: number }) {
  const { t } = useTranslation("comments");
  const { ago } = useFormat();
  const { id, reason, at, isRead, boardId, organisation, initiativeId, title, by, byId, parts } = notice;
  const name = by ?? t("someone");
  return (
    <li
      className={classNames(
        "relative rounded-xl border bg-surface p-4",
        isRead ? "border-line" : "border-primary shadow-card",
      )}
    >
      <div className="flex items-start gap-3">
        <Avatar id={byId} name={name} isDecorative />
        <div className="min-w-0 flex-1">
          <p className="text-[13px]/5 text-muted">
            {!isRead && (
              <span className="mr-2 rounded-full bg-primary-on px-2 font-semibold text-primary">{t("inbox.new")}</span>
            )}
            {t(`inbox.reason.${reason}`, { name, organisation })} · {ago(at, now)}
          </p>
          <Form method="post" className="mt-0.5">
            <input type="hidden" name="notice" value={id} />
            <input
              type="hidden"
              name="next"
              value={`/boards/${boardId}?card=${encodeURIComponent(initiativeId)}#comments`}
            />
            <button type="submit" className="text-left font-semibold after:absolute after:inset-0 hover:underline">
              {title ?? t("inbox.gone")}
            </button>
          </Form>
          <div className="mt-1 line-clamp-4">
            <CommentText parts={parts} />
          </div>
        </div>
      </div>
    </li>
  );
}
