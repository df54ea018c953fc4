import { Link } from "@remix-run/react";
import { useState } from "react";
import { ACTOR_FILL, ACTOR_ICONS } from "#app/components/actor-mark.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorNetwork, NetworkActor, NetworkMunicipality, Tie } from "#domain/actor-network.ts";
import { type CompareView, writeCompareView } from "#domain/compare.ts";
import { municipalityView } from "./municipality-view.ts";
import { actorKey, DRAWING, municipalityKey, type NetworkLayout, type Point } from "./use-network-layout.ts";

export interface ActorNetworkDrawingProps {
  readonly network: ActorNetwork;
  /** Of the page that the drawing stands on. */
  readonly view: CompareView;
  readonly layout: NetworkLayout;
}

const ORIGIN: Point = { x: 0, y: 0 };
const LABEL_LENGTH = 18;

/** Squares are kommuner, circles actors; every one is a link, and focus or pointer shows what it is tied to. */
export function ActorNetworkDrawing({ network, view, layout }: ActorNetworkDrawingProps) {
  const { t } = useTranslation("compare");
  const [near, setNear] = useState<string | null>(null);
  const isTied = ({ actorId, organisationId }: Tie) =>
    near === actorKey(actorId) || near === municipalityKey(organisationId);
  const at = (key: string) => layout.get(key) ?? ORIGIN;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no element of its own that may hold links
    <svg
      viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
      role="group"
      aria-label={t("network.label")}
      className="w-full"
    >
      {network.ties.map((tie) => {
        const [from, to] = [at(actorKey(tie.actorId)), at(municipalityKey(tie.organisationId))];
        return (
          <line
            key={`${tie.actorId} ${tie.organisationId}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            strokeWidth={Math.min(1 + tie.initiatives * 0.6, 4)}
            className={isTied(tie) ? "stroke-primary" : "stroke-[#cdc5b4]"}
          />
        );
      })}
      {network.municipalities.map((municipality) => (
        <MunicipalityNode
          key={municipality.id}
          municipality={municipality}
          view={view}
          place={{ at: at(municipalityKey(municipality.id)), onNear: setNear }}
        />
      ))}
      {network.actors.map((actor) => (
        <ActorNode key={actor.id} actor={actor} place={{ at: at(actorKey(actor.id)), onNear: setNear }} />
      ))}
    </svg>
  );
}

interface Place {
  readonly at: Point;
  /** Says which node is pointed at or in focus. */
  readonly onNear: (key: string | null) => void;
}

const nearness = (key: string, { onNear }: Place) => ({
  onMouseEnter: () => onNear(key),
  onMouseLeave: () => onNear(null),
  onFocus: () => onNear(key),
  onBlur: () => onNear(null),
});

interface MunicipalityNodeProps {
  readonly municipality: NetworkMunicipality;
  readonly view: CompareView;
  readonly place: Place;
}

function MunicipalityNode({ municipality: { id, name, initiatives }, view, place }: MunicipalityNodeProps) {
  const { t } = useTranslation("compare");
  const { x, y } = place.at;
  return (
    <Link
      to={`?${writeCompareView(municipalityView(view, id))}#list`}
      aria-label={t("network.node", { name, initiatives: t("count", { count: initiatives }) })}
      {...nearness(municipalityKey(id), place)}
    >
      <circle cx={x} cy={y} r="12" className="fill-transparent" />
      <rect x={x - 7} y={y - 7} width="14" height="14" rx="3" className="fill-primary" />
      <Label x={x} y={y + 19} text={name} />
    </Link>
  );
}

interface ActorNodeProps {
  readonly actor: NetworkActor;
  readonly place: Place;
}

function ActorNode({ actor, place }: ActorNodeProps) {
  const { t } = useTranslation("compare");
  const { x, y } = place.at;
  const radius = Math.min(6 + Math.sqrt(actor.initiatives) * 3, 20);
  const Icon = ACTOR_ICONS[actor.type];
  return (
    <Link
      to={`/actors/${actor.id}`}
      aria-label={t("network.node", { name: actor.name, initiatives: t("count", { count: actor.initiatives }) })}
      {...nearness(actorKey(actor.id), place)}
    >
      <circle cx={x} cy={y} r={Math.max(radius, 12)} className="fill-transparent" />
      <circle cx={x} cy={y} r={radius} style={{ fill: ACTOR_FILL[actor.type] }} />
      <Icon x={x - radius * 0.6} y={y - radius * 0.6} size={radius * 1.2} color="#fff" aria-hidden="true" />
      <Label x={x} y={y + radius + 11} text={actor.shortName} isStrong />
    </Link>
  );
}

interface LabelProps extends Point {
  readonly text: string;
  readonly isStrong?: boolean;
}

/** A white edge keeps it readable on top of lines. */
function Label({ x, y, text, isStrong = false }: LabelProps) {
  const shown = text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}…` : text;
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      className={`fill-ink stroke-white text-[10px] ${isStrong ? "font-semibold" : ""}`}
      strokeWidth="3"
      style={{ paintOrder: "stroke" }}
    >
      {shown}
    </text>
  );
}
