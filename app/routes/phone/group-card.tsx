import { GripVertical } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { CLUSTER_TITLE_LIMIT } from "#domain/live/agenda.ts";
import { GroupNote } from "./group-note.tsx";
import type { Group } from "./groups.ts";
import type { GroupingTable } from "./use-grouping-table.ts";

export interface GroupCardProps {
  readonly group: Group;
  readonly table: GroupingTable;
}

/** A group with its notes; its name is pressed to change it, merge it or take it apart. */
export function GroupCard({ group, table }: GroupCardProps) {
  const { t } = useTranslation("phone");
  const [isOpen, setOpen] = useState(false);
  const { carrying } = table;
  const others = table.groups.filter(({ id }) => id !== group.id);
  const headingId = useId();
  const isCarried = carrying.carried?.id === group.id;
  return (
    <section aria-labelledby={headingId} className="rounded-xl border border-line bg-surface p-2.5">
      <div className="flex items-center gap-1 pb-2">
        <h2 id={headingId} className="min-w-0 flex-1 px-1 text-base/6">
          {group.title} <span className="font-normal text-muted">({group.notes.length})</span>
        </h2>
        <Button tone="plain" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} className="min-h-11">
          {t("group.change")}
        </Button>
        <button
          type="button"
          aria-label={t("group.lift", { name: group.title })}
          aria-pressed={isCarried}
          onKeyDown={(event) =>
            carrying.onKeyDown(event, {
              id: group.id,
              name: group.title,
              targets: others.map(({ id, title }) => ({ id, name: title })),
            })
          }
          onBlur={carrying.onBlur}
          className="grid size-11 place-items-center rounded-md text-muted aria-pressed:bg-primary aria-pressed:text-white"
        >
          <GripVertical className="size-4.5" aria-hidden="true" />
        </button>
      </div>
      {isOpen && <GroupTools group={group} others={others} table={table} onDone={() => setOpen(false)} />}
      <ul className="grid gap-2">
        {group.notes.map((note) => (
          <GroupNote key={note.id} note={note} table={table} />
        ))}
      </ul>
    </section>
  );
}

interface GroupToolsProps extends GroupCardProps {
  readonly others: readonly Group[];
  readonly onDone: () => void;
}

function GroupTools({ group, others, table, onDone }: GroupToolsProps) {
  const { t } = useTranslation("phone");
  const [title, setTitle] = useState(group.title);
  const done = (run: Promise<void>) => {
    onDone();
    void run;
  };
  return (
    <div className="mb-2.5 grid gap-3 rounded-lg bg-bg p-3">
      <TextField label={t("group.title")} value={title} onChange={setTitle} maxLength={CLUSTER_TITLE_LIMIT} />
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          isDisabled={title.trim() === ""}
          onPress={() => done(table.rename(group, title.trim()))}
          className="min-h-11"
        >
          {t("group.rename")}
        </Button>
        <Button onPress={() => done(table.dissolve(group))} className="min-h-11">
          {t("group.dissolve")}
        </Button>
      </div>
      {others.length > 0 && (
        <SelectField
          label={t("group.mergeWith")}
          value=""
          onChange={(id) => {
            const into = others.find((each) => each.id === id);
            if (into !== undefined) done(table.merge(group, into));
          }}
          options={[
            { value: "", label: t("group.choose") },
            ...others.map(({ id, title: name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </div>
  );
}
