/** A consultant looks at where the kommuner's chains are broken; a kommune begins an idea for a missing link. */
import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, journey, visit } from "./harness.ts";

const { product, person } = await journey();

interface Board {
  readonly workshop: { readonly id: string };
  readonly municipality: { readonly name: string };
}

test("a group's chains show what is missing, and one kommune's what stands at each link", async () => {
  const { page } = await person("KL-konsulent");
  const boards = await product.cli<Board[]>("boards");
  const workshop = boards.find(({ municipality }) => municipality.name === "Holbæk")?.workshop.id;
  await product.checked();
  await visit(page, `${product.origin}/compare?workshop=${workshop}`);
  await page.getByRole("link", { name: "Se kæden" }).click();
  await page.waitForURL(/\/chain/);
  const filled = page.getByRole("link", { name: /^Holbæk, .*: \d+ indsats/ });
  await page.getByText(/mangler mindst ét led/).waitFor();
  await expectAccessible(page);
  const count = Number(await filled.first().textContent());
  const station = ((await filled.first().getAttribute("aria-label")) ?? "").split(/, |:/)[1] ?? "";
  await filled.first().click();
  await page.getByRole("heading", { name: "Kæden i Holbæk" }).waitFor();
  const place = page.getByRole("list", { name: "Kædens led i rækkefølge" }).locator("> li", { hasText: station });
  expect(await place.locator("ul > li").count()).toBe(count);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
});

test("a missing link begins an idea that has its tag", async () => {
  const { page } = await person("HR, Holbæk");
  await visit(page, `${product.origin}/`);
  await page.getByRole("link", { name: "Se kæden fra kendskab til fastholdelse" }).first().click();
  const missing = page.getByRole("link", { name: /^Start en idé i leddet / });
  await missing.first().waitFor();
  const link = ((await missing.first().getAttribute("aria-label")) ?? "").replace("Start en idé i leddet ", "");
  await missing.first().click();
  await page.waitForURL(/\/boards\/.*idea=chainLinks/);
  const field = page.getByLabel("Titel på den nye indsats");
  await page
    .locator("form", { has: field })
    .getByText(new RegExp(`^${link}`))
    .waitFor();
});
