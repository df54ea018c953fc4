/** A facilitator teaches the check a kommune's own word, and takes it back. */
import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, journey, visit } from "./harness.ts";

const { product, person } = await journey();

test("a facilitator finds a concept, sees what a word would match, adds it and takes it back", async () => {
  const { page } = await person("Facilitator");
  await visit(page, `${product.origin}/check`);
  await page.getByRole("link", { name: "Se de ord, tjekket kender" }).click();
  await page.getByLabel("Søg på begreb eller ord").fill("makker");
  await page.getByRole("button", { name: "Søg", exact: true }).click();
  await page.getByRole("link", { name: "introduktion med makker" }).click();
  await page.getByLabel("Ordet").fill("a|b");
  await page.getByRole("button", { name: "Se, hvad det rammer" }).click();
  await page.getByText("Skriv et til fire almindelige ord").waitFor();
  await page.getByLabel("Ordet").fill("Kaffemakker");
  await page.getByRole("button", { name: "Se, hvad det rammer" }).click();
  await page.getByText("«kaffemakker» står ikke i nogen indsats").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Tilføj «kaffemakker»/ }).click();
  await page.getByRole("button", { name: "Tag «kaffemakker» tilbage" }).waitFor();
  const reader = await person("HR, Holbæk");
  await reader.page.goto(page.url());
  await reader.page.getByText("kaffemakker", { exact: true }).waitFor();
  expect(await reader.page.getByLabel("Ordet").count()).toBe(0);
  await reader.page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(reader.page);
  await page.getByRole("button", { name: "Tag «kaffemakker» tilbage" }).click();
  await page.getByText("Tilføjet her").waitFor({ state: "detached" });
});
