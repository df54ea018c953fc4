import { type FormEvent, useId } from "react";
import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { PersonalNumberWarning } from "#app/components/personal-number-warning.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, type AgendaLane, NOTE_LIMIT } from "#domain/live/agenda.ts";
import { BigButton } from "./big-button.tsx";
import type { PhoneNote } from "./new-note.ts";
import { usePhone } from "./phone-context.ts";
import { useDraft } from "./use-draft.ts";

export interface NoteWriterProps {
  readonly item: AgendaItem;
  /** The own note that is being changed; null for a new one. */
  readonly edited: PhoneNote | null;
  readonly onDone: () => void;
}

/** One note at a time. What is typed stays on the phone whatever happens. */
export function NoteWriter({ item, edited, onDone }: NoteWriterProps) {
  const { t } = useTranslation("phone");
  const { own, me } = usePhone();
  const [draft, setDraft] = useDraft(
    `draft:${me.id}:${item.id}:${edited?.id ?? "new"}`,
    edited ?? { text: "", laneId: item.lanes[0]?.id ?? null },
  );
  const id = useId();
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
          {t(item.reveal === "at-once" ? "write.field" : "write.fieldAlone")}
        </label>
        <textarea
          id={id}
          rows={4}
          value={draft.text}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) add(event);
          }}
          aria-describedby={`${id}-left`}
          aria-invalid={left < 0 || undefined}
          className="block w-full rounded-lg border-2 border-primary bg-surface px-3.5 py-2.5 text-base/6 aria-invalid:border-overlap"
        />
        <p
          id={`${id}-left`}
          className={classNames("mt-1 text-[13px]/5", left < 0 ? "font-semibold text-overlap" : "text-muted")}
        >
          {left < 0 ? t("write.tooLong", { count: -left }) : t("write.left", { count: left })}
        </p>
        <div role="status" className="text-[13px]/5 font-medium text-overlap">
          <PersonalNumberWarning text={draft.text} />
        </div>
      </div>
      <LaneChoice lanes={item.lanes} chosen={draft.laneId} onChoose={(laneId) => setDraft({ ...draft, laneId })} />
      <BigButton type="submit" isDisabled={!mayAdd}>
        {t(edited === null ? "write.add" : "write.save")}
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

interface LaneChoiceProps {
  readonly lanes: readonly AgendaLane[];
  readonly chosen: string | null;
  readonly onChoose: (laneId: string) => void;
}

function LaneChoice({ lanes, chosen, onChoose }: LaneChoiceProps) {
  const { t } = useTranslation("phone");
  const name = useId();
  if (lanes.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-muted">{t("write.lane")}</legend>
      <div className="flex flex-wrap gap-2">
        {lanes.map(({ id, title }) => (
          <label
            key={id}
            className="flex min-h-11 items-center gap-2 rounded-lg border border-edge bg-surface px-3 has-checked:border-primary has-checked:bg-primary-on has-checked:font-semibold"
          >
            <input
              type="radio"
              name={name}
              checked={id === chosen}
              onChange={() => onChoose(id)}
              className="size-4 accent-primary"
            />
            {title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
