import { Link } from "@remix-run/react";
import { useMemo, useState } from "react";
import { ACTOR_FILL, ACTOR_ICONS } from "#app/components/actor-mark.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorNetwork, NetworkActor, NetworkMunicipality, Tie } from "#domain/actor-network.ts";
import { type CompareView, writeCompareView } from "#domain/compare.ts";
import { type LabelPlace, placeLabels } from "./label-places.ts";
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
  const labels = useMemo(() => labelsOf(network, layout), [network, layout]);
  const place = (key: string): Place => ({ at: at(key), label: labels.get(key) ?? null, onNear: setNear });
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
          place={place(municipalityKey(municipality.id))}
        />
      ))}
      {network.actors.map((actor) => (
        <ActorNode key={actor.id} actor={actor} place={place(actorKey(actor.id))} />
      ))}
    </svg>
  );
}

const SQUARE = 7;
const radiusOf = ({ initiatives }: NetworkActor): number => Math.min(6 + Math.sqrt(initiatives) * 3, 20);
const shortened = (text: string): string => (text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}…` : text);

/** Actors choose first: theirs are the names one looks for. */
function labelsOf({ actors, municipalities }: ActorNetwork, layout: NetworkLayout): ReadonlyMap<string, LabelPlace> {
  const node = (key: string, radius: number, name: string) => ({
    ...(layout.get(key) ?? ORIGIN),
    key,
    radius,
    text: shortened(name),
  });
  const nodes = [
    ...actors.map((actor) => node(actorKey(actor.id), radiusOf(actor), actor.shortName)),
    ...municipalities.map(({ id, name }) => node(municipalityKey(id), SQUARE, name)),
  ];
  return placeLabels(nodes, DRAWING.width);
}

interface Place {
  readonly at: Point;
  readonly label: LabelPlace | null;
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
      <rect x={x - SQUARE} y={y - SQUARE} width={2 * SQUARE} height={2 * SQUARE} rx="3" className="fill-primary" />
      <Label place={place.label} text={name} />
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
  const radius = radiusOf(actor);
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
      <Label place={place.label} text={actor.shortName} isStrong />
    </Link>
  );
}

interface LabelProps {
  readonly place: LabelPlace | null;
  readonly text: string;
  readonly isStrong?: boolean;
}

/** A white edge keeps it readable on top of lines. */
function Label({ place, text, isStrong = false }: LabelProps) {
  if (place === null) return null;
  return (
    <text
      x={place.x}
      y={place.y}
      textAnchor={place.anchor}
      className={`fill-ink stroke-white text-[10px] ${isStrong ? "font-semibold" : ""}`}
      strokeWidth="3"
      style={{ paintOrder: "stroke" }}
    >
      {shortened(text)}
    </text>
  );
}
