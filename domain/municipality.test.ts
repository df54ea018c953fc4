import { expect, test } from "vitest";
import { MUNICIPALITIES, municipalityNamed, municipalityOf, regionOn } from "./municipality.ts";

test("a kommune is found by code and by name, with its own genitive", () => {
  expect(municipalityOf("0101")?.fullName).toBe("Københavns Kommune");
  expect(municipalityNamed("Holbæk")?.code).toBe("0316");
  expect(municipalityOf("9999")).toBeNull();
});

test("two regions become one at the turn of the year 2026–2027; the others stay", () => {
  expect(regionOn("0316", "2026-12-31")).toBe("Region Sjælland");
  expect(regionOn("0316", "2027-01-01")).toBe("Region Østdanmark");
  const east = MUNICIPALITIES.filter(({ code }) => regionOn(code, "2027-01-01") === "Region Østdanmark");
  expect(east).toHaveLength(46);
  expect(regionOn("0851", "2027-01-01")).toBe(regionOn("0851", "2026-12-31"));
});
