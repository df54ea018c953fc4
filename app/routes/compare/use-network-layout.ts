import { useEffect, useState } from "react";
import type { ActorNetwork } from "#domain/actor-network.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type NetworkLayout = ReadonlyMap<string, Point>;

export const DRAWING = { width: 360, height: 360 } as const;
const MARGIN = { x: 34, top: 16, bottom: 24 } as const;

export const municipalityKey = (id: string): string => `municipality ${id}`;
export const actorKey = (id: string): string => `actor ${id}`;

/** Where everything stands; null until the browser has worked it out. The same network always looks the same. */
export function useNetworkLayout(network: ActorNetwork): NetworkLayout | null {
  const [layout, setLayout] = useState<NetworkLayout | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void layOut(network).then((points) => isCurrent && setLayout(points));
    return () => {
      isCurrent = false;
    };
  }, [network]);
  // A layout of another network would leave nodes without a place.
  const isComplete =
    layout !== null &&
    network.actors.every(({ id }) => layout.has(actorKey(id))) &&
    network.municipalities.every(({ id }) => layout.has(municipalityKey(id)));
  return isComplete ? layout : null;
}

interface Node {
  readonly key: string;
  x: number;
  y: number;
}

/** The library loads with the drawing, not with the page; its randomness is seeded. */
async function layOut({ actors, municipalities, ties }: ActorNetwork): Promise<NetworkLayout> {
  const { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } = await import("d3-force");
  const nodes: Node[] = [
    ...actors.map(({ id }, index) => startingAt(actorKey(id), index / actors.length, 50)),
    ...municipalities.map(({ id }, index) => startingAt(municipalityKey(id), index / municipalities.length, 130)),
  ];
  const links = ties.map(({ actorId, organisationId }) => ({
    source: actorKey(actorId),
    target: municipalityKey(organisationId),
  }));
  forceSimulation(nodes)
    .force(
      "link",
      forceLink<Node, (typeof links)[number]>(links)
        .id(({ key }) => key)
        .distance(70)
        .strength(0.25),
    )
    .force("charge", forceManyBody().strength(-190))
    .force("collide", forceCollide(30))
    .force("x", forceX(0).strength(0.07))
    .force("y", forceY(0).strength(0.09))
    .stop()
    .tick(300);
  return fitted(nodes);
}

function startingAt(key: string, turn: number, radius: number): Node {
  const angle = turn * 2 * Math.PI;
  return { key, x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** Spreads the nodes over the whole drawing. */
function fitted(nodes: readonly Node[]): NetworkLayout {
  const scale = (values: readonly number[], from: number, to: number) => {
    const least = Math.min(...values);
    const span = Math.max(...values) - least || 1;
    return (value: number) => Math.round(from + ((value - least) / span) * (to - from));
  };
  const x = scale(
    nodes.map((node) => node.x),
    MARGIN.x,
    DRAWING.width - MARGIN.x,
  );
  const y = scale(
    nodes.map((node) => node.y),
    MARGIN.top,
    DRAWING.height - MARGIN.bottom,
  );
  return new Map(nodes.map((node) => [node.key, { x: x(node.x), y: y(node.y) }]));
}
