import { Form, Link } from "@remix-run/react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ListedActor } from "./data.server.ts";

export interface NewActorsProps {
  readonly actors: readonly ListedActor[];
  readonly refused: "stale" | undefined;
}

/** What people have proposed, for the stewards: approve here, merge on the actor's own page. */
export function NewActors({ actors, refused }: NewActorsProps) {
  const { t } = useTranslation("actors");
  const { t: word } = useTranslation("vocabulary");
  return (
    <Panel heading={t("steward.newHeading")} aside={t("steward.newCount", { count: actors.length })}>
      {refused !== undefined && (
        <p role="alert" className="mb-3 font-medium text-overlap">
          {t(`steward.refused.${refused}`)}
        </p>
      )}
      {actors.length === 0 ? (
        <p className="text-muted">{t("steward.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {actors.map(({ id, name, type }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
              <ActorMark type={type} />
              <Link to={`/actors/${id}`} className="link font-semibold">
                {name}
              </Link>
              <span className="text-muted">{word(`actorType.${type}`)}</span>
              <Form method="post" className="ml-auto">
                <input type="hidden" name="intent" value="approve" />
                <input type="hidden" name="actorId" value={id} />
                <Button type="submit" size="small" aria-label={`${t("steward.approve")} ${name}`}>
                  {t("steward.approve")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
