import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView } from "#domain/live/view.ts";
import { usePhone } from "./phone-context.ts";

/** Who is here, by kommune, until it begins. */
export function Lobby() {
  const { t } = useTranslation("phone");
  const { view, me } = usePhone();
  const groups = useGroups(view);
  return (
    <div>
      <p className="text-base/6">{t("lobby.text")}</p>
      <h2 className="mt-6 mb-2 text-[13px]/5">{t("lobby.here", { count: Object.keys(view.participants).length })}</h2>
      <ul className="grid gap-2">
        {groups.map(({ id, name, people }) => (
          <li key={id} className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
            <p className="flex justify-between gap-3 font-semibold">
              {name}
              <span className="text-muted tabular-nums">{people.length}</span>
            </p>
            <p className="text-muted">
              {people.map((each) => (each.id === me.id ? `${each.name} (${t("lobby.you")})` : each.name)).join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

function useGroups({ participants, organisations }: LiveView): readonly Group[] {
  const { t: live } = useTranslation("live");
  const { compare } = useFormat();
  const people = Object.entries(participants).map(([id, each]) => ({ id, ...each }));
  const groupOf = (organisationId: string): Group => ({
    id: organisationId,
    name: organisations[organisationId]?.name ?? live("elsewhere"),
    people: people.filter((each) => (each.organisationId ?? "") === organisationId),
  });
  const ids = [...new Set(people.map(({ organisationId }) => organisationId ?? ""))];
  const isElsewhere = ({ id }: Group) => Number(organisations[id] === undefined);
  return ids.map(groupOf).sort((a, b) => isElsewhere(a) - isElsewhere(b) || compare(a.name, b.name));
}
