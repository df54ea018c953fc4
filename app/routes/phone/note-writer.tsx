import { type FormEvent, type KeyboardEvent, useId, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { ChoiceChips } from "#app/components/choice-chips.tsx";
import { classNames } from "#app/components/class-names.ts";
import { PersonalNumberWarning } from "#app/components/personal-number-warning.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, NOTE_LIMIT, noteWord } from "#domain/live/agenda.ts";
import { BigButton } from "./big-button.tsx";
import type { PhoneNote } from "./new-note.ts";
import { usePhone } from "./phone-context.ts";
import { useDraft } from "./use-draft.ts";
import { useKey } from "./use-key.ts";

export interface NoteWriterProps {
  readonly item: AgendaItem;
  /** The own note that is being changed; null for a new one. */
  readonly edited: PhoneNote | null;
  readonly onDone: () => void;
}

/** One note at a time. What is typed stays on the phone whatever happens. */
export function NoteWriter({ item, edited, onDone }: NoteWriterProps) {
  const { t } = useTranslation(["phone", "live"]);
  const word = noteWord(item);
  const { own, me } = usePhone();
  const [draft, setDraft] = useDraft(
    `draft:${me.id}:${item.id}:${edited?.id ?? "new"}`,
    edited ?? { text: "", laneId: item.lanes[0]?.id ?? null },
  );
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useKey("n", () => field.current?.focus());
  const left = NOTE_LIMIT - draft.text.trim().length;
  const mayAdd = draft.text.trim() !== "" && left >= 0;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!mayAdd) return;
    const note = { text: draft.text.trim(), laneId: draft.laneId };
    if (edited === null) own.add({ ...note, itemId: item.id });
    else own.edit(edited.id, note);
    setDraft(null);
    onDone();
  };
  return (
    <form onSubmit={add} className="grid gap-3">
      <div>
        <label htmlFor={id} className="mb-1.5 block text-muted">
          {t(`live:note.${word}.${item.reveal === "at-once" ? "field" : "fieldAlone"}`)}
        </label>
        <textarea
          id={id}
          ref={field}
          enterKeyHint="enter"
          rows={4}
          value={draft.text}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
          onKeyDown={(event) => {
            if (isSavedBy(event)) add(event);
          }}
          aria-describedby={`${id}-left`}
          aria-invalid={left < 0 || undefined}
          className="block w-full rounded-lg border-2 border-primary bg-surface px-3.5 py-2.5 text-base/6 aria-invalid:border-overlap"
        />
        <div id={`${id}-left`} className="mt-1 flex flex-wrap justify-between gap-x-3 text-[13px]/5 text-muted">
          <CharactersLeft left={left} />
          <p className="pointer-coarse:hidden">{t("write.byKeyboard")}</p>
          <p className="hidden pointer-coarse:block">{t("write.byTouch")}</p>
        </div>
        <div role="status" className="text-[13px]/5 font-medium text-overlap">
          <PersonalNumberWarning text={draft.text} />
        </div>
      </div>
      {item.lanes.length > 0 && (
        <ChoiceChips
          legend={t("write.lane")}
          name={`${id}-lane`}
          options={item.lanes.map((lane) => ({ value: lane.id, label: lane.title }))}
          value={draft.laneId}
          onChange={(laneId) => setDraft({ ...draft, laneId })}
        />
      )}
      <BigButton type="submit" isDisabled={!mayAdd}>
        {edited === null ? t(`live:note.${word}.add`) : t("write.save")}
      </BigButton>
      {edited !== null && (
        <Button
          tone="plain"
          onPress={() => {
            setDraft(null);
            onDone();
          }}
        >
          {t("write.cancel")}
        </Button>
      )}
    </form>
  );
}

/** Enter saves where it has a Shift beside it for a new line; what is typed on glass has none. */
function isSavedBy({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  if (key !== "Enter" || shiftKey || nativeEvent.isComposing) return false;
  return !window.matchMedia("(pointer: coarse)").matches;
}

/** How much room there is, or how much is too much. */
function CharactersLeft({ left }: { readonly left: number }) {
  const { t } = useTranslation("phone");
  const isTooLong = left < 0;
  return (
    <p className={classNames(isTooLong && "font-semibold text-overlap")}>
      {isTooLong ? t("write.tooLong", { count: -left }) : t("write.left", { count: left })}
    </p>
  );
}
