import { Pencil, Trash2 } from "lucide-react";
import { IconButton } from "#app/components/button.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { noteWord } from "#domain/live/agenda.ts";
import type { PhoneNote } from "./new-note.ts";
import { usePhone } from "./phone-context.ts";

export interface OwnNoteListProps {
  readonly notes: readonly PhoneNote[];
  readonly onEdit: (id: string) => void;
}

/** The newest first. What has been shown is everybody's and stays as it is. */
export function OwnNoteList({ notes, onEdit }: OwnNoteListProps) {
  const { t } = useTranslation("live");
  const { item } = usePhone();
  if (notes.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-[13px]/5">{t(`note.${noteWord(item)}.own`, { count: notes.length })}</h2>
      <ul className="grid gap-2">
        {[...notes].reverse().map((note) => (
          <OwnNote key={note.id} note={note} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}

function OwnNote({ note, onEdit }: { readonly note: PhoneNote; readonly onEdit: (id: string) => void }) {
  const { t } = useTranslation(["phone", "live"]);
  const { view, own, item } = usePhone();
  const { id, text, laneId } = note;
  const isShown = view.notes[id] !== undefined;
  const remove = () => {
    own.remove(id);
    const undo = { label: t("write.undo"), run: () => own.add({ text, laneId, itemId: note.itemId }) };
    showToast({ text: t(`live:note.${noteWord(item)}.removed`), action: undo });
  };
  return (
    <li className="flex items-start gap-1 rounded-lg border border-line bg-[#faf2e4] py-1.5 pr-1.5 pl-3.5">
      <div className="min-w-0 flex-1 py-1">
        <p className="text-base/6 whitespace-pre-line">{text}</p>
        <p className="text-[13px]/5 text-muted empty:hidden">
          {[item?.lanes.find((lane) => lane.id === laneId)?.title, useStateOf(note, isShown)]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {!isShown && (
        <>
          <IconButton label={t("write.edit", { text })} onPress={() => onEdit(id)} className="size-11">
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton label={t("write.remove", { text })} onPress={remove} className="size-11">
            <Trash2 aria-hidden="true" />
          </IconButton>
        </>
      )}
    </li>
  );
}

const REFUSALS = ["empty", "too-long", "no-such-item", "no-such-lane", "shown", "full"] as const;

/** In words, where there is something to say. */
function useStateOf({ waiting, refused }: PhoneNote, isShown: boolean): string | null {
  const { t } = useTranslation("phone");
  const { own } = usePhone();
  if (refused !== null) return t(`write.refused.${REFUSALS.find((each) => each === refused) ?? "not-kept"}`);
  if (waiting !== null) return own.isStuck ? t("write.waiting") : null;
  return isShown ? t("write.shown") : null;
}
