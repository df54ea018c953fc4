import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "#app/components/class-names.ts";
import { inputClass } from "#app/components/field.tsx";
import { popoverClass } from "#app/components/popover.ts";
import { ask } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Mentionable } from "#domain/comment.ts";
import { type Called, callAt, suggestions, withCalled } from "./calling.ts";
import type { CallableAnswer } from "./shapes.ts";

export interface CommentFieldProps {
  readonly boardId: string;
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  readonly rows: number;
  readonly error: string | undefined;
  readonly autoFocus?: boolean;
}

/** A text in which "@" calls a colleague or a kommune; the list is worked by arrows, Enter and Escape. */
export function CommentField(props: CommentFieldProps) {
  const { boardId, label, text, onChange, onSubmit, rows, error, autoFocus = false } = props;
  const { t } = useTranslation("comments");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const callable = useCallable(boardId);
  const [called, setCalled] = useState<Called | null>(null);
  const [active, setActive] = useState(0);
  const [caret, setCaret] = useState<number | null>(null);
  const found = called === null ? [] : suggestions(callable.list, called.text);
  useEffect(() => {
    if (caret !== null) field.current?.setSelectionRange(caret, caret);
  }, [caret]);
  const choose = (chosen: Mentionable) => {
    if (called === null) return;
    const next = withCalled(text, called, chosen.name);
    onChange(next.text);
    setCaret(next.caret);
    setCalled(null);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return onSubmit();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (chosen === undefined) return;
    if (step !== undefined) setActive((active + step + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(chosen);
    else if (event.key === "Escape") setCalled(null);
    else return;
    event.preventDefault();
  };
  const isOpen = found.length > 0;
  return (
    <div className="relative">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        name="text"
        rows={rows}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: opened by the button that it takes the place of
        autoFocus={autoFocus}
        placeholder={label}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        onFocus={callable.load}
        onBlur={() => setCalled(null)}
        onChange={({ target }) => {
          onChange(target.value);
          setCalled(callAt(target.value, target.selectionEnd));
          setActive(0);
          setCaret(null);
        }}
        onKeyDown={onKeyDown}
        className={classNames(inputClass, "resize-y")}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("callable")}
        className={classNames(
          popoverClass,
          "absolute inset-x-0 top-full z-50 mt-1 max-h-56 overflow-y-auto",
          !isOpen && "hidden",
        )}
      >
        {found.map((each, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text; the active option is told by its id
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is
          <div
            key={`${each.kind} ${each.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(each)}
            className={classNames(
              "cursor-pointer rounded-md px-2.5 py-1.5",
              index === active && "bg-primary-on text-primary",
            )}
          >
            {each.name}
            <span className="ml-2 text-xs text-muted">{t(`kind.${each.kind}`)}</span>
          </div>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 text-[13px]/5 font-medium text-overlap">
          {error}
        </p>
      )}
    </div>
  );
}

const NOBODY: readonly Mentionable[] = [];

/** Asked for once, when somebody begins to write. */
function useCallable(boardId: string) {
  const [list, setList] = useState(NOBODY);
  const load = () => {
    if (list !== NOBODY) return;
    void ask<CallableAnswer>(`/boards/${boardId}/comments/callable`).then((reply) => {
      if (reply.ok) setList(reply.value.mentionables);
    });
  };
  return { list, load };
}
