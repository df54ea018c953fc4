/** Where the names of a drawing stand, so that as few as possible lie on one another. */
import type { Point } from "./use-network-layout.ts";

export interface NamedNode extends Point {
  readonly key: string;
  readonly radius: number;
  readonly text: string;
}
export interface LabelPlace extends Point {
  readonly anchor: "middle" | "start" | "end";
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of the drawing's letters, somewhat more than they measure on average. */
const LETTER = { width: 5.6, ascent: 9, descent: 3 } as const;

/** Below its node where there is room, else above, else at a side; what lies least over others where there is none. */
export function placeLabels(nodes: readonly NamedNode[], width: number): ReadonlyMap<string, LabelPlace> {
  const taken = nodes.map(({ x, y, radius }) => around({ x, y }, radius));
  return new Map(
    nodes.map((node) => {
      const costs = candidates(node).map((place) => {
        const box = boxOf(place, node.text);
        const outside = Math.max(0, -box.left) + Math.max(0, box.right - width);
        return { place, box, cost: outside * LETTER.ascent + sum(taken.map((other) => overlap(box, other))) };
      });
      const best = costs.reduce((least, each) => (each.cost < least.cost ? each : least));
      taken.push(best.box);
      return [node.key, best.place];
    }),
  );
}

const candidates = ({ x, y, radius }: NamedNode): LabelPlace[] => [
  { x, y: y + radius + 11, anchor: "middle" },
  { x, y: y - radius - 4, anchor: "middle" },
  { x: x + radius + 4, y: y + 3, anchor: "start" },
  { x: x - radius - 4, y: y + 3, anchor: "end" },
];

const around = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

function boxOf({ x, y, anchor }: LabelPlace, text: string): Box {
  const length = text.length * LETTER.width;
  const left = { start: x, middle: x - length / 2, end: x - length }[anchor];
  return { left, right: left + length, top: y - LETTER.ascent, bottom: y + LETTER.descent };
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
