import {
  BookOpen,
  BriefcaseBusiness,
  CircleDot,
  Factory,
  Handshake,
  HeartHandshake,
  Hospital,
  Landmark,
  type LucideIcon,
  Scale,
  School,
  Signpost,
} from "lucide-react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorType } from "#domain/actor.ts";

/** A shape per type: colour alone would not tell everybody. */
export const ACTOR_ICONS: Record<ActorType, LucideIcon> = {
  municipality: Landmark,
  union: Handshake,
  school: School,
  "education-institution": BookOpen,
  "employer-organisation": BriefcaseBusiness,
  region: Hospital,
  "state-agency": Scale,
  jobcentre: Signpost,
  "civil-society": HeartHandshake,
  company: Factory,
  other: CircleDot,
};

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

/** The shape and colour of the actor's type, named to the pointer; the actor's name always stands beside it. */
export function ActorMark({ type }: { readonly type: ActorType }) {
  const { t: word } = useTranslation("vocabulary");
  const Icon = ACTOR_ICONS[type];
  return (
    <span className="shrink-0" style={{ color: ACTOR_FILL[type] }} title={word(`actorType.${type}`)}>
      <Icon className="size-3" aria-hidden="true" />
    </span>
  );
}
