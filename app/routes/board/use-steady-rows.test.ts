import { expect, test } from "vitest";
import type { CardView } from "./use-card-views.ts";
import { rowsOf } from "./use-steady-rows.ts";

const view = (id: string, title: string) => ({ id, initiative: { title } }) as CardView;

test("rows are the same objects and the same list until a title or the order changes", () => {
  const rows = rowsOf([view("a", "Mentor"), view("b", "Makker")], []);
  expect(rowsOf([view("a", "Mentor"), view("b", "Makker")], rows)).toBe(rows);
  const renamed = rowsOf([view("a", "Mentorer"), view("b", "Makker")], rows);
  expect(renamed[0]).toEqual({ id: "a", title: "Mentorer" });
  expect(renamed[1]).toBe(rows[1]);
  expect(rowsOf([view("b", "Makker"), view("a", "Mentor")], rows)).toEqual([rows[1], rows[0]]);
});
