import type { ReactNode } from "react";
import { type AgendaItem, isTalk } from "#domain/live/agenda.ts";
import type { LiveView } from "#domain/live/view.ts";
import { BreakWall } from "./break-wall.tsx";
import { CheckWall } from "./check-wall.tsx";
import { CommitmentsWall } from "./commitments-wall.tsx";
import { FiguresWall } from "./figures-wall.tsx";
import { IdeasWall } from "./ideas-wall.tsx";
import { QuestionWall } from "./question-wall.tsx";
import { RoundWall } from "./round-wall.tsx";
import { SinceLastWall } from "./since-last-wall.tsx";
import { WelcomeWall } from "./welcome-wall.tsx";

/** What an item shows below its question, on the projector as in the facilitator's small picture; null where the two differ. */
export function outcomeWall(view: LiveView, item: AgendaItem): ReactNode {
  switch (item.kind) {
    case "welcome":
      return <WelcomeWall view={view} />;
    case "since-last":
      return <SinceLastWall view={view} />;
    case "framing":
      return isTalk(item) ? <QuestionWall view={view} /> : <FiguresWall view={view} item={item} />;
    case "ideas":
      return <IdeasWall view={view} />;
    case "synergy-check":
      return <CheckWall check={view.check.now} />;
    case "commitments":
      return <CommitmentsWall view={view} />;
    case "round":
      return <RoundWall view={view} />;
    case "break":
      return <BreakWall view={view} />;
    default:
      return null;
  }
}
