import { showToast } from "#app/components/toast.tsx";
import { ask } from "#app/http/ask.ts";
import { type GroupHint, titleOfHint } from "#app/live/group-hints/group-hints.ts";
import { HintList } from "#app/live/group-hints/hint-list.tsx";
import { useGroupHints } from "#app/live/group-hints/use-group-hints.ts";
import { newId } from "#app/live/new-id.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { useStageFacts } from "./stage-context.tsx";

/** While they group: what is much the same, and by what. A press makes the group for everybody. */
export function SuggestedGroups() {
  const { t } = useTranslation("live");
  const { workshopId, view, item } = useStageFacts();
  const suggested = useGroupHints({ workshopId, view, item, mayMove: () => true });
  const accept = useAccepting(workshopId);
  if (suggested.hints.length === 0) return null;
  const tableOf = ({ notes: [note] }: GroupHint) => {
    const table = item?.byTable === true ? view.tables[note?.tableId ?? ""] : undefined;
    return table === undefined ? null : `${t("table", { number: table.number })}:`;
  };
  return (
    <section aria-labelledby="stage-hints" className="rounded-xl border border-line bg-surface px-4 py-3">
      <h2 id="stage-hints" className="text-sm/6">
        {t("hint.heading", { count: suggested.hints.length })}
      </h2>
      <p className="mb-2 text-[13px]/5 text-muted">{t("hint.text")}</p>
      <HintList {...suggested} placeOf={tableOf} accept={(hint) => void accept(hint)} />
    </section>
  );
}

type Fields = readonly (readonly [name: string, value: string])[];

/** Groups what is suggested, and offers to take it back. */
function useAccepting(workshopId: string): (hint: GroupHint) => Promise<void> {
  const { t } = useTranslation(["phone", "common"]);
  const post = async (fields: Fields): Promise<string | null> => {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    const reply = await ask<{ refused: string | null }>(`/live/${workshopId}/group`, { method: "POST", body });
    if (!reply.ok) return t(`common:withoutAnswer.${reply.because}`);
    if (reply.value.refused === null) return null;
    return t(reply.value.refused === "changed" ? "phone:group.changed" : "phone:group.refused");
  };
  return async (hint) => {
    const { said, forward, back } = changesOf(hint);
    const problem = await post(forward);
    if (problem !== null) return showToast({ text: problem });
    const run = async () => {
      const refused = await post(back);
      if (refused !== null) showToast({ text: refused });
    };
    const text = t(`phone:group.${said.key}`, { ...said.about });
    showToast({ text, action: { label: t("phone:group.undo"), run: () => void run() } });
  };
}

interface Changes {
  readonly said: { readonly key: "created" | "moved"; readonly about: Readonly<Record<string, string | number>> };
  readonly forward: Fields;
  readonly back: Fields;
}

function changesOf(hint: GroupHint): Changes {
  const { notes, into } = hint;
  const named = notes.map(({ id }) => ["note", id] as const);
  const count = notes.length;
  if (into !== null) {
    const place = (to: string): Fields => [["intent", "place"], ["to", to], ...named];
    const back: Fields = [...place(""), ["from", into.id]];
    return { said: { key: "moved", about: { count, place: into.title } }, forward: place(into.id), back };
  }
  const [id, title] = [newId(), titleOfHint(hint)];
  return {
    said: { key: "created", about: { count, title } },
    forward: [["intent", "create"], ["id", id], ["title", title], ...named],
    back: [
      ["intent", "dissolve"],
      ["id", id],
    ],
  };
}
