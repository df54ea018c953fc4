import { Form } from "@remix-run/react";
import { type FormEvent, memo, useState } from "react";
import { Avatar } from "#app/components/avatar.tsx";
import { Button } from "#app/components/button.tsx";
import { CommentText } from "#app/components/comment-text.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { COMMENT_LIMIT } from "#domain/comment.ts";
import { useBoard, useNow } from "../board-context.tsx";
import { CommentField } from "./comment-field.tsx";
import type { ShownComment, ShownThread } from "./shapes.ts";
import type { Comments, Unsent } from "./use-comments.ts";

export interface CommentThreadsProps {
  readonly initiativeId: string;
  readonly comments: Comments;
}

/** What people say to each other about the open card; stands still while the card itself is being written. */
export const CommentThreads = memo(function CommentThreads({ initiativeId, comments }: CommentThreadsProps) {
  const { t } = useTranslation("comments");
  const { canComment } = useBoard();
  const threads = comments.card?.id === initiativeId ? comments.card.threads : [];
  const open = threads.filter(({ isResolved }) => !isResolved);
  const resolved = threads.filter(({ isResolved }) => isResolved);
  const shared = { initiativeId, post: comments.post };
  if (threads.length === 0 && !canComment) return null;
  return (
    <section id="comments" aria-labelledby="comments-heading" className="print:break-inside-avoid">
      <h3 id="comments-heading" className="mb-2 text-sm/5">
        {t("heading")}
        {open.length > 0 && <span className="font-normal text-muted"> · {t("open", { count: open.length })}</span>}
      </h3>
      <div className="grid gap-3">
        {open.map((thread) => (
          <ThreadBox key={thread.id} thread={thread} {...shared} />
        ))}
        {resolved.length > 0 && (
          <details>
            <summary className="min-h-6 text-[13px]/6 font-semibold text-muted">
              {t("resolved", { count: resolved.length })}
            </summary>
            <div className="mt-2 grid gap-3">
              {resolved.map((thread) => (
                <ThreadBox key={thread.id} thread={thread} {...shared} />
              ))}
            </div>
          </details>
        )}
        {canComment && <CommentForm {...shared} threadId={null} label={t("begin")} />}
      </div>
    </section>
  );
});

interface Posting {
  readonly initiativeId: string;
  readonly post: Comments["post"];
}

function ThreadBox({ thread, ...posting }: Posting & { readonly thread: ShownThread }) {
  const { t } = useTranslation("comments");
  const { canComment } = useBoard();
  return (
    <article className="rounded-lg border border-line bg-surface p-3">
      <ul className="grid gap-3">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <CommentLine comment={comment} threadId={thread.id} {...posting} />
          </li>
        ))}
      </ul>
      {canComment && (
        <div className="mt-3 grid gap-2 border-t border-line pt-3 print:hidden">
          {!thread.isResolved && <CommentForm {...posting} threadId={thread.id} label={t("reply")} />}
          <ThreadButton
            {...posting}
            fields={{ intent: thread.isResolved ? "reopen" : "resolve", thread: thread.id }}
            label={t(thread.isResolved ? "reopen" : "resolve")}
          />
        </div>
      )}
    </article>
  );
}

function CommentLine({ comment, threadId, ...posting }: Posting & { comment: ShownComment; threadId: string }) {
  const { t } = useTranslation("comments");
  const { personId } = useBoard();
  const now = useNow();
  const { ago } = useFormat();
  const name = comment.name ?? t("someone");
  return (
    <div className="flex items-start gap-2.5">
      <Avatar id={comment.personId} name={name} isDecorative />
      <div className="min-w-0 flex-1">
        <p className="text-[13px]/5">
          <span className="font-semibold">{name}</span> <span className="text-muted">{ago(comment.at, now)}</span>
        </p>
        {comment.isDeleted ? <p className="text-muted">{t("deleted")}</p> : <CommentText parts={comment.parts} />}
        {comment.personId === personId && !comment.isDeleted && (
          <ThreadButton
            {...posting}
            fields={{ intent: "delete", thread: threadId, comment: comment.id }}
            label={t("delete")}
          />
        )}
      </div>
    </div>
  );
}

interface ThreadButtonProps extends Posting {
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
}

/** A form of one button, so that it works before the scripts have come. */
function ThreadButton({ initiativeId, post, fields, label }: ThreadButtonProps) {
  const { boardId } = useBoard();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void post(fields);
  };
  return (
    <Form method="post" action={`/boards/${boardId}/comments`} onSubmit={send} reloadDocument>
      <input type="hidden" name="card" value={initiativeId} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="small" tone="plain">
        {label}
      </Button>
    </Form>
  );
}

interface CommentFormProps extends Posting {
  /** Null begins a new thread. */
  readonly threadId: string | null;
  readonly label: string;
}

/** What was typed stays until the server has it. */
function CommentForm({ initiativeId, post, threadId, label }: CommentFormProps) {
  const { t } = useTranslation("comments");
  const { boardId } = useBoard();
  const [text, setText] = useState("");
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const why = await post({ intent: "write", text, ...(threadId !== null && { thread: threadId }) });
    setSending(false);
    setUnsent(why);
    if (why === null) setText("");
  };
  return (
    <Form
      method="post"
      action={`/boards/${boardId}/comments`}
      reloadDocument
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-2 print:hidden"
    >
      <input type="hidden" name="intent" value="write" />
      <input type="hidden" name="card" value={initiativeId} />
      {threadId !== null && <input type="hidden" name="thread" value={threadId} />}
      <CommentField
        boardId={boardId}
        label={label}
        text={text}
        onChange={setText}
        onSubmit={() => void send()}
        rows={threadId === null ? 2 : 1}
        error={unsent === null ? undefined : t(`unsent.${unsent}`, { limit: COMMENT_LIMIT })}
      />
      {(text !== "" || threadId === null) && (
        <div className="flex items-center justify-between gap-3">
          <span className="text-xs/4 text-muted">{t("hint")}</span>
          <Button type="submit" size="small" isDisabled={isSending}>
            {t("send")}
          </Button>
        </div>
      )}
    </Form>
  );
}
