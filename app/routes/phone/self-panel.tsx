import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { ask } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { spokenJoinCode } from "#domain/live/join-code.ts";
import { PARTICIPANT_NAME_LIMIT } from "#domain/live/participant.ts";
import { usePhone } from "./phone-context.ts";
import { TEXT_SIZES, type TextSize, useTextSize } from "./use-text-size.ts";

/** At the foot: who one is here. Behind it the few things that can be set. */
export function SelfPanel() {
  const { t } = useTranslation("phone");
  const { t: live } = useTranslation("live");
  const { view, me } = usePhone();
  const [isOpen, setOpen] = useState(false);
  const shown = view.participants[me.id] ?? me;
  const table = view.tables[shown.tableId ?? ""];
  const place = view.organisations[shown.organisationId ?? ""]?.name;
  const parts = [shown.name, place, table && live("table", { number: table.number })];
  return (
    <footer className="mx-auto flex w-full max-w-xl items-center justify-between gap-3 px-4.5 py-3 text-[13px]/5 text-muted">
      <p className="min-w-0 truncate">{parts.filter(Boolean).join(" · ")}</p>
      <Button tone="plain" onPress={() => setOpen(true)} className="min-h-11">
        {t("self.open")}
      </Button>
      <Dialog heading={t("self.heading")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="grid gap-5">
          <TextSizeChoice />
          {me.isGuest && <NameField name={shown.name} />}
          <TableChoice tableId={shown.tableId} />
          <MovePhone />
        </div>
      </Dialog>
    </footer>
  );
}

/** Tells the server something of oneself. @returns whether it took it */
function useTellSelf() {
  const { me } = usePhone();
  return async (form: Record<string, string>): Promise<{ code?: string } | null> => {
    const body = new URLSearchParams(form);
    const reply = await ask<{ code?: string }>(`/live/${me.workshopId}/self`, { method: "POST", body });
    return reply.ok ? reply.value : null;
  };
}

function TextSizeChoice() {
  const { t } = useTranslation("phone");
  const [size, setSize] = useTextSize();
  return (
    <fieldset>
      <legend className="mb-1 text-[13px]/5 font-semibold">{t("self.textSize")}</legend>
      <div className="flex flex-wrap gap-2">
        {(Object.keys(TEXT_SIZES) as TextSize[]).map((each) => (
          <label
            key={each}
            className="flex min-h-11 items-center gap-2 rounded-lg border border-edge px-3 has-checked:border-primary has-checked:bg-primary-on"
          >
            <input
              type="radio"
              name="text-size"
              checked={each === size}
              onChange={() => setSize(each)}
              className="size-4 accent-primary"
            />
            {t(`self.sizes.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NameField({ name }: { readonly name: string }) {
  const { t } = useTranslation("phone");
  const tell = useTellSelf();
  const [text, setText] = useState(name);
  const [said, setSaid] = useState<"saved" | "notSaved" | null>(null);
  const save = async () => setSaid((await tell({ intent: "rename", name: text })) === null ? "notSaved" : "saved");
  return (
    <div className="grid gap-2">
      <TextField label={t("self.name")} value={text} onChange={setText} maxLength={PARTICIPANT_NAME_LIMIT} />
      <div className="flex items-center gap-3">
        <Button onPress={save} isDisabled={text.trim() === ""} className="min-h-11">
          {t("self.save")}
        </Button>
        <p role="status">{said !== null && t(`self.${said}`)}</p>
      </div>
    </div>
  );
}

function TableChoice({ tableId }: { readonly tableId: string | null }) {
  const { t } = useTranslation("phone");
  const { t: live } = useTranslation("live");
  const { view } = usePhone();
  const tell = useTellSelf();
  const tables = Object.entries(view.tables).sort(([, a], [, b]) => a.number - b.number);
  if (tables.length === 0) return null;
  return (
    <SelectField
      label={t("self.table")}
      value={tableId ?? ""}
      onChange={(table) => void tell({ intent: "move-table", table })}
      options={[
        { value: "", label: t("self.noTable") },
        ...tables.map(([id, { number, name }]) => ({
          value: id,
          label: [live("table", { number }), name].filter(Boolean).join(" · "),
        })),
      ]}
    />
  );
}

/** The code for another phone; this one is signed out as soon as it is typed there. */
function MovePhone() {
  const { t } = useTranslation("phone");
  const { me } = usePhone();
  const tell = useTellSelf();
  const [code, setCode] = useState<string | null>(null);
  if (!me.isGuest) return <p className="text-muted">{t("self.moveAccount")}</p>;
  if (code === null) {
    return (
      <Button
        onPress={async () => setCode((await tell({ intent: "move-phone" }))?.code ?? null)}
        className="min-h-11 justify-self-start"
      >
        {t("self.move")}
      </Button>
    );
  }
  return (
    <div role="status" className="grid gap-2">
      <p className="text-2xl/8 font-semibold tracking-[0.12em]">{spokenJoinCode(code)}</p>
      <p>{t("self.moveText", { address: `${location.host}/join` })}</p>
      <p className="text-muted">{t("self.moveAnonymous")}</p>
    </div>
  );
}
