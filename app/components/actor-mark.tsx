import type { ActorType } from "#domain/actor.ts";

/** Colour per type; never the only sign of it. */
export const ACTOR_FILL: Record<ActorType, string> = {
  municipality: "#0b4f5c",
  union: "#6a4bb0",
  school: "#2f6db5",
  "education-institution": "#b07412",
  "employer-organisation": "#7a5c00",
  region: "#3f7d20",
  "state-agency": "#7b3b52",
  jobcentre: "#55636b",
  "civil-society": "#b3477a",
  company: "#8a5a33",
  other: "#8a8577",
};

/** A small square in the colour of the actor's type; its name always stands beside it. */
export function ActorMark({ type }: { readonly type: ActorType }) {
  return (
    <span className="size-2 shrink-0 rounded-[2px]" style={{ backgroundColor: ACTOR_FILL[type] }} aria-hidden="true" />
  );
}
