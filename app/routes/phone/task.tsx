import type { ComponentType } from "react";
import { useGoingOn } from "#app/live/going-on.ts";
import { usePromises } from "#app/live/promises.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PhaseKind } from "#domain/live/agenda.ts";
import { agendaOf } from "#domain/live/view.ts";
import { CommitmentsTask } from "./commitments-task.tsx";
import { GroupingTask } from "./grouping-task.tsx";
import { IdeasTask } from "./ideas-task.tsx";
import { Lobby } from "./lobby.tsx";
import { PairsTask } from "./pairs-task.tsx";
import { usePhone } from "./phone-context.ts";
import { RoundTask } from "./round-task.tsx";
import { ShownNotes } from "./shown-notes.tsx";
import { SinceLastTask } from "./since-last-task.tsx";
import { TakeHome } from "./take-home.tsx";
import { VoteTask } from "./vote-task.tsx";
import { WritingTask } from "./writing-task.tsx";

/** The task of each kind of item; where there is none, people look at the projector. */
const TASKS: Partial<Record<PhaseKind, ComponentType>> = {
  "silent-writing": WritingTask,
  "check-out": WritingTask,
  reveal: ShownNotes,
  "since-last": SinceLastTask,
  commitments: CommitmentsTask,
  round: RoundTask,
  grouping: GroupingTask,
  vote: VoteTask,
  ideas: IdeasTask,
  "synergy-check": PairsTask,
};

/** Exactly one thing to do. */
export function Task() {
  const { stage, item } = usePhone();
  if (stage.state === "closed") return <TakeHome />;
  if (item === null) return <Lobby />;
  const Chosen = TASKS[item.kind] ?? LookUp;
  return <Chosen />;
}

function LookUp() {
  const { t } = useTranslation("phone");
  const { item } = usePhone();
  if (item?.kind === "break") return <Break />;
  return (
    <div className="grid gap-3 text-base/6">
      {item !== null && item.prompt !== "" && <p className="font-semibold">{item.title}</p>}
      <p>{t(item?.kind === "welcome" || item?.kind === "framing" ? "look.up" : "look.other")}</p>
      {item?.kind === "welcome" && <Promises />}
    </div>
  );
}

/** What is promised to those who write and vote today. */
function Promises() {
  const { view } = usePhone();
  const { list } = useFormat();
  return (
    <dl className="mt-3 grid gap-3">
      {usePromises(agendaOf(view)).map(({ id, titles, words }) => (
        <div key={id} className="rounded-lg bg-primary-on px-3.5 py-2.5">
          <dt className="text-[13px]/5 text-muted">{list(titles)}</dt>
          <dd className="font-medium text-primary">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Break() {
  const { t } = useTranslation(["phone", "live"]);
  const { view } = usePhone();
  const { at, title } = useGoingOn(view);
  return (
    <div className="grid gap-2">
      <p className="text-xl/7 font-semibold">{at === null ? t("look.break") : t("live:goesOn.at", { time: at })}</p>
      {title !== null && <p className="text-base/6 text-muted">{t("live:goesOn.next", { title })}</p>}
    </div>
  );
}
