import { ChevronDown } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { newId } from "#app/live/new-id.ts";
import { send } from "#app/live/send.ts";
import { UnsentNote } from "#app/live/unsent-note.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { isTalk } from "#domain/live/agenda.ts";
import { ENTRY_LIMIT } from "#domain/live/entry.ts";
import { AskQuestion } from "./ask-question.tsx";
import { usePhone } from "./phone-context.ts";

/**
 * What is always at hand beside the one task, folded away: a question, and a line for the P-plads. While somebody talks, asking is the
 * task, and it lies open.
 */
export function BesideTask() {
  const { t } = useTranslation("after");
  const { stage, item } = usePhone();
  const asksNow = item !== null && isTalk(item);
  const [isOpen, setOpen] = useState(asksNow);
  // What was half written is kept when it is folded.
  const [wasOpened, setOpened] = useState(asksNow);
  const ref = useRef<HTMLDetailsElement>(null);
  const itemId = item?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each item there is another task
  useEffect(() => {
    // Nobody who is writing here is interrupted.
    if (asksNow || ref.current?.querySelector(":is(input, textarea):focus") === null) setOpen(asksNow);
  }, [itemId, asksNow]);
  return (
    <details
      ref={ref}
      open={isOpen}
      className="group mt-8 border-t border-line pt-3"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) setOpened(true);
      }}
    >
      <summary className="flex min-h-11 items-center text-primary">
        {t("question.open")}
        <ChevronDown className="ml-1.5 size-5 group-open:rotate-180" aria-hidden="true" />
      </summary>
      {wasOpened && (
        <div className="mt-3 grid gap-6 [&_input]:text-base [&_textarea]:text-base">
          <AskQuestion />
          {stage.state !== "closed" && <ParkLine />}
        </div>
      )}
    </details>
  );
}

function ParkLine() {
  const { t } = useTranslation("after");
  const {
    me: { workshopId },
  } = usePhone();
  const [id, setId] = useState(newId);
  const [text, setText] = useState("");
  const [isParked, setParked] = useState(false);
  const [unsent, setUnsent] = useState<Parameters<typeof UnsentNote>[0]["because"] | null>(null);
  const park = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const reply = await send(`/live/${workshopId}/entries`, { intent: "add", id, kind: "parked", text });
    setUnsent(reply.ok ? null : reply.because);
    if (!reply.ok) return;
    setId(newId());
    setText("");
    setParked(true);
  };
  return (
    <form onSubmit={park}>
      <TextField
        label={t("beside.parked")}
        hint={t("beside.parkHint")}
        value={text}
        maxLength={ENTRY_LIMIT}
        onChange={(next) => {
          setText(next);
          setParked(false);
        }}
      />
      {unsent !== null && <UnsentNote because={unsent} />}
      <Button type="submit" className="mt-2 min-h-12 w-full text-base/6">
        {t("beside.park")}
      </Button>
      <p role="status" className="mt-1 font-medium text-synergy">
        {isParked && t("beside.isParked")}
      </p>
    </form>
  );
}
