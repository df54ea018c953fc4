import { Form, Link, useSubmit } from "@remix-run/react";
import { Avatar } from "#app/components/avatar.tsx";
import { buttonClass } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { SelectField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { TimelineEntry } from "#db/queries/board-timeline.ts";
import type { HistoryView } from "./data.server.ts";

export interface TimelineProps {
  readonly boardId: string;
  readonly entries: readonly TimelineEntry[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly view: HistoryView;
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
}

/** Who worked on what, newest first, day by day. */
export function Timeline({ boardId, entries, people, view, next }: TimelineProps) {
  const { t } = useTranslation("history");
  const { weekday } = useFormat();
  return (
    <Panel heading={t("timeline.heading")} aside={<PersonFilter people={people} view={view} />}>
      {view.initiativeId !== null && (
        <p className="mb-3 text-muted">
          {t("timeline.oneInitiative")}{" "}
          <Link to="." className="link">
            {t("timeline.all")}
          </Link>
        </p>
      )}
      {entries.length === 0 && <EmptyState heading={t("timeline.empty")}>{t("timeline.emptyText")}</EmptyState>}
      {byDay(entries, weekday).map(([day, ofDay]) => (
        <section key={day} aria-label={day} className="mb-4">
          <h3 className="mb-1 text-[13px]/5 font-semibold text-muted first-letter:uppercase">{day}</h3>
          <ul className="divide-y divide-line">
            {ofDay.map((entry) => (
              <Entry key={entry.id} boardId={boardId} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {next !== null && (
        <Link to={`?${new URLSearchParams({ ...chosen(view), before: String(next) })}`} className={buttonClass()}>
          {t("timeline.earlier")}
        </Link>
      )}
    </Panel>
  );
}

const chosen = ({ personId, initiativeId }: HistoryView): Record<string, string> => ({
  ...(personId !== null && { person: personId }),
  ...(initiativeId !== null && { initiative: initiativeId }),
});

function byDay(
  entries: readonly TimelineEntry[],
  dayOf: (at: number) => string,
): (readonly [string, readonly TimelineEntry[]])[] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function PersonFilter({ people, view }: Pick<TimelineProps, "people" | "view">) {
  const { t } = useTranslation("history");
  const submit = useSubmit();
  if (people.length < 2) return null;
  return (
    <Form method="get" onChange={(event) => submit(event.currentTarget)} className="flex items-end gap-2">
      {view.initiativeId !== null && <input type="hidden" name="initiative" value={view.initiativeId} />}
      <SelectField
        label={t("timeline.person")}
        name="person"
        defaultValue={view.personId ?? ""}
        options={[
          { value: "", label: t("timeline.everybody") },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <noscript>
        <button type="submit" className={buttonClass()}>
          {t("timeline.show")}
        </button>
      </noscript>
    </Form>
  );
}

function Entry({ boardId, entry }: { readonly boardId: string; readonly entry: TimelineEntry }) {
  const { t } = useTranslation("history");
  const { time } = useFormat();
  const name = entry.name ?? (entry.personId === null ? t("timeline.server") : t("timeline.someone"));
  return (
    <li className="flex items-start gap-3 py-2">
      <Avatar id={entry.personId ?? ""} name={name} isDecorative />
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">
          {entry.title === null ? (
            t("timeline.goneInitiative")
          ) : (
            <Link to={`/boards/${boardId}?card=${encodeURIComponent(entry.initiativeId)}`} className="link">
              {entry.title}
            </Link>
          )}
          {entry.isBinned && <span className="ml-2 text-[13px] text-muted">{t("timeline.binned")}</span>}
        </p>
        <p className="text-[13px]/5 text-muted">
          {name} · <FieldNames fields={entry.fields} />
        </p>
      </div>
      <span className="shrink-0 text-[13px]/5 text-muted tabular-nums">{time(entry.at)}</span>
    </li>
  );
}

/** An initiative that comes to be touches every field; that it came to be is what there is to say. */
function FieldNames({ fields }: { readonly fields: readonly string[] }) {
  const { t: card } = useTranslation("card");
  const { list } = useFormat();
  const named = fields.some((field) => field === "whole" || field === "created") ? ["created"] : fields;
  return list(named.map((field) => card(`historyField.${field}` as "historyField.title", { defaultValue: field })));
}
