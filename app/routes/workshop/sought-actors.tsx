import { Link } from "@remix-run/react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorType } from "#domain/actor.ts";

export interface SoughtActorsProps {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: ActorType;
    readonly initiatives: number;
  }[];
}

/** Who is asked for by most initiatives, before the letters go out. */
export function SoughtActors({ actors }: SoughtActorsProps) {
  const { t } = useTranslation("workshop");
  return (
    <Panel heading={t("sought.heading")}>
      <ul className="grid gap-1">
        {actors.map(({ id, name, type, initiatives }) => (
          <li key={id} className="flex min-h-6 items-center justify-between gap-3">
            <Link to={`/actors/${id}`} className="flex min-w-0 items-center gap-2 hover:text-primary hover:underline">
              <ActorMark type={type} />
              <span className="truncate">{name}</span>
            </Link>
            <span className="shrink-0 text-[13px] font-semibold">
              {t("sought.initiatives", { count: initiatives })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
