import { type FormEvent, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { newId } from "#app/live/new-id.ts";
import { send } from "#app/live/send.ts";
import { UnsentNote } from "#app/live/unsent-note.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ENTRY_LIMIT, type EntryKind } from "#domain/live/entry.ts";
import type { ShownEntry } from "#domain/live/view.ts";
import { KeyMark } from "./key-mark.tsx";
import { useStageFacts } from "./stage-context.tsx";
import { stageKey } from "./use-stage-keys.ts";

type Because = Parameters<typeof UnsentNote>[0]["because"];

interface Listed extends ShownEntry {
  readonly id: string;
}

/** What is parked and what is decided, with a line to write the next. */
export function EntriesPanel() {
  const { view, workshopId } = useStageFacts();
  const { t } = useTranslation("after");
  const [adding, setAdding] = useState<EntryKind | null>(null);
  const [removed, setRemoved] = useState<Listed | null>(null);
  const [unsent, setUnsent] = useState<Because | null>(null);
  const post = async (fields: Readonly<Record<string, string>>) => {
    const reply = await send(`/live/${workshopId}/entries`, fields);
    setUnsent(reply.ok ? null : reply.because);
    return reply.ok;
  };
  const entries = Object.entries(view.entries).map(([id, entry]) => ({ ...entry, id }));
  return (
    <section aria-labelledby="beside-entries">
      <h2 id="beside-entries" className="mb-1 text-xs/5 font-semibold tracking-wide text-muted uppercase">
        {t("beside.entries")}
      </h2>
      <ul className="grid gap-2">
        {entries.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            onMove={() => void post({ intent: "move", entry: entry.id, kind: otherThan(entry.kind) })}
            onRemove={async () => {
              if (await post({ intent: "remove", entry: entry.id })) setRemoved(entry);
            }}
          />
        ))}
      </ul>
      {entries.length === 0 && <p className="mb-2 text-muted">{t("beside.nothing")}</p>}
      <div role="status" className="text-muted">
        {removed !== null && (
          <p className="mt-2 flex flex-wrap items-center justify-between gap-2">
            {t("beside.removed", { text: removed.text })}
            <Button
              size="small"
              onPress={async () => {
                if (await post({ intent: "bring-back", entry: removed.id })) setRemoved(null);
              }}
            >
              {t("beside.bringBack")}
            </Button>
          </p>
        )}
      </div>
      {unsent !== null && <UnsentNote because={unsent} />}
      {adding === null ? (
        <div className="mt-2 grid grid-cols-2 gap-2">
          <Button onPress={() => setAdding("decision")} {...stageKey("d")}>
            + {t("beside.addDecision")} <KeyMark>D</KeyMark>
          </Button>
          <Button onPress={() => setAdding("parked")}>+ {t("beside.addParked")}</Button>
        </div>
      ) : (
        <AddEntry key={adding} kind={adding} workshopId={workshopId} onDone={() => setAdding(null)} />
      )}
    </section>
  );
}

const otherThan = (kind: EntryKind): EntryKind => (kind === "parked" ? "decision" : "parked");

interface EntryLineProps {
  readonly entry: Listed;
  readonly onMove: () => void;
  readonly onRemove: () => Promise<void>;
}

function EntryLine({ entry: { kind, text, at }, onMove, onRemove }: EntryLineProps) {
  const { t } = useTranslation("after");
  const { time } = useFormat();
  return (
    <li className="rounded-lg border border-line bg-surface">
      <details>
        <summary className="list-none px-3 py-2 [&::-webkit-details-marker]:hidden">
          {text}{" "}
          <span className="text-muted">
            · {kind === "parked" ? t("beside.parked") : t("beside.decision", { time: time(at) })}
          </span>
        </summary>
        <div className="flex flex-wrap gap-1.5 px-3 pb-2">
          <Button size="small" onPress={onMove}>
            {t(kind === "parked" ? "beside.toDecision" : "beside.toParked")}
          </Button>
          <Button size="small" onPress={() => void onRemove()}>
            {t("beside.remove")}
          </Button>
        </div>
      </details>
    </li>
  );
}

interface AddEntryProps {
  readonly kind: EntryKind;
  readonly workshopId: string;
  readonly onDone: () => void;
}

function AddEntry({ kind, workshopId, onDone }: AddEntryProps) {
  const { t } = useTranslation("after");
  const [id] = useState(newId);
  const [text, setText] = useState("");
  const [unsent, setUnsent] = useState<Because | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const reply = await send(`/live/${workshopId}/entries`, { intent: "add", id, kind, text });
    setUnsent(reply.ok ? null : reply.because);
    if (reply.ok) onDone();
  };
  return (
    <form
      onSubmit={add}
      onKeyDown={({ key }) => key === "Escape" && onDone()}
      className="mt-2 rounded-lg border border-primary bg-surface p-3"
    >
      <TextField
        label={t(kind === "decision" ? "beside.addDecision" : "beside.addParked")}
        placeholder={t("beside.text")}
        value={text}
        maxLength={ENTRY_LIMIT}
        autoFocus
        onChange={setText}
      />
      {unsent !== null && <UnsentNote because={unsent} />}
      <div className="mt-2 flex gap-2">
        <Button type="submit" tone="primary">
          {t("beside.add")}
        </Button>
        <Button onPress={onDone}>{t("beside.cancel")}</Button>
      </div>
    </form>
  );
}
