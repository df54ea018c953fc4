import { expect, test } from "vitest";
import { placeLabels } from "./label-places.ts";

const node = (key: string, x: number, y: number) => ({ key, x, y, radius: 7, text: key });

test("a name stands below its node, and moves where another node or name is", () => {
  const places = placeLabels(
    [node("Skanderborg", 100, 100), node("Guldborgsund", 130, 100), node("DIA", 130, 82)],
    360,
  );
  expect(places.get("Skanderborg")).toEqual({ x: 100, y: 118, anchor: "middle" });
  expect(places.get("Guldborgsund")).toEqual({ x: 141, y: 103, anchor: "start" });
  expect(places.get("DIA")).toEqual({ x: 130, y: 71, anchor: "middle" });
});

test("no name runs out of the drawing where it can stand inside", () => {
  expect(placeLabels([node("Frederikssund", 350, 100)], 360).get("Frederikssund")?.anchor).toBe("end");
});
