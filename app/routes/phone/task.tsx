import type { ComponentType } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PhaseKind } from "#domain/live/agenda.ts";
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
  const kind = item?.kind;
  const isPlain = kind === "welcome" || kind === "framing" || kind === "break";
  return (
    <div className="grid gap-3 text-base/6">
      {item !== null && item.prompt !== "" && <p className="font-semibold">{item.title}</p>}
      <p>{t(`look.${isPlain ? kind : "other"}`)}</p>
    </div>
  );
}
