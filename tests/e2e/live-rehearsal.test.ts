/** "Prøvekørsel": the facilitator presses once, forty simulated participants run the agenda, and nothing of them stays. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import type { Product } from "../product.ts";
import { expectAccessible, isAlive, journey, picture } from "./harness.ts";
import { openLiveWorkshop } from "./live-data.ts";

const { product, person } = await journey();
const [board] = await product.cli<{ workshop: { id: string } }[]>("boards");
const workshopId = board?.workshop.id ?? expect.fail("the demo has no workshop");
const live = openLiveWorkshop(product, workshopId, [
  { kind: "welcome", title: "Velkomst" },
  { kind: "silent-writing", title: "Idéer", anonymity: "anonymous", reveal: "at-end" },
  { kind: "grouping", title: "Saml" },
  { kind: "vote", title: "Stem", voteBudget: 3 },
  { kind: "ideas", title: "Udvikl" },
  { kind: "commitments", title: "Aftal" },
  { kind: "check-out", title: "Tjek ud", reveal: "at-end" },
]);

/** How many rows each table has, but for those that signing in itself leaves. */
function rowsOf({ dataDir }: Product): Record<string, number> {
  const db = openDatabase(join(dataDir, "sammenspil.db"));
  const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const rows = tables.map((table) => [table, db.$client.prepare(`select count(*) from "${table}"`).pluck().get()]);
  db.$client.close();
  return Object.fromEntries(rows);
}

test("forty simulated participants run the stored agenda without an error and leave no rows", async () => {
  live.unopen();
  const { page } = await person("Facilitator");
  await page.goto(`${product.origin}/workshops/${workshopId}/live`);
  await isAlive(page);
  const before = rowsOf(product);
  await page.getByRole("button", { name: "Kør en prøve" }).click();
  await page.getByText(/^Det gik (godt|galt)/).waitFor({ timeout: 60_000 });
  await picture(page, "live-rehearsal");
  const outcome = page.getByRole("status").filter({ hasText: "Det gik" });
  expect(await outcome.textContent()).toContain("Det gik godt: 7 punkter");
  expect(rowsOf(product)).toEqual(before);
  await expectAccessible(page);
});
