import { Link } from "@remix-run/react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { BusyMark } from "#app/components/busy-mark.tsx";
import { Chip } from "#app/components/chip.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ListedActor } from "./data.server.ts";

/** The registry, one line per actor. */
export function ActorTable({ actors }: { readonly actors: readonly ListedActor[] }) {
  const { t } = useTranslation("actors");
  const heading = "px-4 py-2 text-left text-[13px]/5 font-semibold text-muted";
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("heading")}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className={heading}>
              {t("column.name")}
            </th>
            <th scope="col" className={`${heading} max-sm:sr-only`}>
              {t("column.type")}
            </th>
            <th scope="col" className={`${heading} text-right`}>
              {t("column.initiatives")}
            </th>
            <th scope="col" className={`${heading} text-right`}>
              {t("column.municipalities")}
            </th>
          </tr>
        </thead>
        <tbody>
          {actors.map((actor) => (
            <ActorRow key={actor.id} actor={actor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ActorRow({ actor }: { readonly actor: ListedActor }) {
  const { t } = useTranslation("actors");
  const { t: word } = useTranslation("vocabulary");
  const { number } = useFormat();
  const type = word(`actorType.${actor.type}`);
  const figure = "px-4 py-2 text-right tabular-nums";
  return (
    <tr className="border-b border-line last:border-0 hover:bg-primary-on/30">
      <th scope="row" className="px-4 py-2 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <ActorMark type={actor.type} />
          <Link to={`/actors/${actor.id}`} className="font-semibold hover:text-primary hover:underline">
            {actor.name}
          </Link>
          {actor.alias !== null && <span className="text-muted">{t("aliasOf", { alias: actor.alias })}</span>}
          {actor.isNew && <Chip tone="empty">{t("new")}</Chip>}
          <BusyMark municipalities={actor.municipalities} />
          <span className="w-full text-xs text-muted sm:hidden">{type}</span>
        </span>
      </th>
      <td className="px-4 py-2 text-muted max-sm:sr-only">{type}</td>
      <td className={figure}>{actor.initiatives === 0 ? "–" : number(actor.initiatives)}</td>
      <td className={figure}>{actor.municipalities === 0 ? "–" : number(actor.municipalities)}</td>
    </tr>
  );
}
