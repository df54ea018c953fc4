import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { PersonalNumberWarning } from "#app/components/personal-number-warning.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { prependToDescription, setTitle } from "#domain/board-doc/commands.ts";
import { initiativeOf, titleOf } from "#domain/board-doc/schema.ts";
import { DESCRIPTION_LIMIT, type InitiativeSnapshot, TITLE_PAGE_LIMIT } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import type { BoardSession } from "./board-session.ts";
import { caretAfter, cleanTitle, isTooLong, splitTitle } from "./title-edit.ts";
import { WritersHere } from "./writers-here.tsx";

/** The shared title: one line of text that wraps; what is typed goes to the others letter by letter. */
export function TitleField({ initiative }: { readonly initiative: InitiativeSnapshot }) {
  const { t } = useTranslation("card");
  const { session } = useBoard();
  const shared = useSharedText(session, initiative.id);
  const { draft, text, note, refusedLength, change, leave, moveRest } = useSharedTitle(initiative, shared);
  const { field, isOwnEdit } = useCaretAmongOthers(text, shared);
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {t("title")}
      </label>
      <div
        className={classNames(
          "-mx-2 grid max-h-48 overflow-y-auto rounded-md border text-xl/7 focus-within:bg-surface font-semibold [&>*]:col-start-1 [&>*]:row-start-1 [&>*]:px-2 [&>*]:py-0.5",
          note === null ? "border-transparent hover:border-line focus-within:border-edge" : "border-overlap",
        )}
      >
        <span aria-hidden="true" className="invisible whitespace-pre-wrap [overflow-wrap:anywhere]">
          {text}{" "}
        </span>
        <textarea
          ref={field}
          id={id}
          data-shared=""
          rows={1}
          value={text}
          aria-invalid={note !== null || undefined}
          aria-describedby={`${id}-note`}
          className="resize-none overflow-hidden rounded-md bg-transparent [overflow-wrap:anywhere]"
          onChange={(event) => {
            isOwnEdit.current = true;
            change(event.target.value, event.target.selectionStart);
            session?.presence.writeIn({ initiativeId: initiative.id, field: "title" });
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
          onBlur={() => {
            leave();
            session?.presence.writeIn(null);
          }}
        />
      </div>
      <div id={`${id}-note`} role="status" className="text-[13px]/5 font-medium text-overlap">
        {refusedLength !== null && (
          <p className="mt-1">{t("descriptionLong", { count: refusedLength, limit: DESCRIPTION_LIMIT })}</p>
        )}
        {note === "empty" && <p className="mt-1">{t("titleEmpty")}</p>}
        {note === "long" && (
          <p className="mt-1 flex flex-wrap items-center gap-2">
            {t("titleLong", { count: draft?.length ?? 0, limit: TITLE_PAGE_LIMIT })}
            <Button size="small" onPress={moveRest}>
              {t("titleMoveRest")}
            </Button>
          </p>
        )}
        <PersonalNumberWarning text={text} />
      </div>
      <WritersHere initiativeId={initiative.id} field="title" />
    </div>
  );
}

const useSharedText = (session: BoardSession | null, id: string): Y.Text | null =>
  useMemo(() => {
    const initiative = session === null ? null : initiativeOf(session.doc, id);
    return initiative === null ? null : titleOf(initiative);
  }, [session, id]);

/** The title letter by letter: the painted board follows a frame later, and a field cannot wait for that. */
function useTitleNow(title: Y.Text | null): string | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      title?.observe(listener);
      return () => title?.unobserve(listener);
    },
    [title],
  );
  const read = () => title?.toString() ?? null;
  return useSyncExternalStore(subscribe, read, () => null);
}

/**
 * The title as the document has it, or a draft that is too long for it: that one stays on the page until it is shortened
 * or its end goes to the description.
 */
function useSharedTitle({ id, title: painted, descriptionText }: InitiativeSnapshot, shared: Y.Text | null) {
  const { t } = useTranslation("card");
  const { session } = useBoard();
  const title = useTitleNow(shared) ?? painted;
  const [draft, setDraft] = useState<string | null>(null);
  const [isEmptied, setEmptied] = useState(false);
  const [refusedLength, setRefusedLength] = useState<number | null>(null);
  const lastFilled = useRef(title);
  if (title.trim() !== "") lastFilled.current = title;
  const moveRest = () => {
    if (draft === null) return;
    const split = splitTitle(draft);
    session?.run((doc) => {
      setTitle(doc, id, split.title);
      prependToDescription(doc, id, split.rest);
    });
    setDraft(null);
    showToast({ text: t("titleRestMoved") });
  };
  const keepDraft = useRef(moveRest);
  keepDraft.current = moveRest;
  // A card that is closed with a title too long must not lose a word of it.
  useEffect(() => () => keepDraft.current(), []);
  return {
    draft,
    text: draft ?? title,
    /** What the description would have been with the rest of a title that was not taken. */
    refusedLength,
    note: draft !== null ? ("long" as const) : isEmptied ? ("empty" as const) : null,
    moveRest,
    change(value: string, caret: number) {
      const { text } = cleanTitle({ text: value, caret });
      setEmptied(false);
      const { rest } = splitTitle(text);
      const length = descriptionText.length + rest.length;
      const fits = rest === "" || length <= DESCRIPTION_LIMIT;
      setRefusedLength(fits ? null : length);
      if (!fits) return;
      if (isTooLong(text)) return setDraft(text);
      setDraft(null);
      session?.type((doc) => setTitle(doc, id, text));
    },
    leave() {
      if (draft !== null || title.trim() !== "") return;
      session?.type((doc) => setTitle(doc, id, lastFilled.current));
      setEmptied(true);
    },
  };
}

/** Keeps the caret among its own letters when others write in the same line. */
function useCaretAmongOthers(text: string, shared: Y.Text | null) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isOwnEdit = useRef(false);
  const before = useRef({ text, from: 0, to: 0 });
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    const { text: old, from, to } = before.current;
    // The browser puts the caret at the end of a value that it was given.
    if (!isOwnEdit.current && old !== text && document.activeElement === element) {
      element.setSelectionRange(caretAfter(from, old, text), caretAfter(to, old, text));
    }
    isOwnEdit.current = false;
    before.current = { text, from: element.selectionStart, to: element.selectionEnd };
  }, [text]);
  useEffect(() => {
    const remember = () => {
      const element = field.current;
      if (element === null || document.activeElement !== element) return;
      before.current = { text: element.value, from: element.selectionStart, to: element.selectionEnd };
    };
    document.addEventListener("selectionchange", remember);
    // On a busy computer that event comes long after the caret has moved, and what others write may come before it.
    shared?.observe(remember);
    return () => {
      document.removeEventListener("selectionchange", remember);
      shared?.unobserve(remember);
    };
  }, [shared]);
  return { field, isOwnEdit };
}
