/** What people achieve on a board, in two and three browsers at once. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../until.ts";
import { addCard, drawer, editor, holbaekBoard, isSaved, openBoard, rows, titleField, titles } from "./board-page.ts";
import { expectAccessible, expectNoSidewaysScroll, journey, signIn, visit } from "./harness.ts";

const { product, person, troubles } = await journey();
const holbaek = await holbaekBoard(product);
const board = (view = "") => holbaek.url + view;

/** On a busy computer the browser tells of a caret's new place long after the caret is there; from here on it never does. */
const hushCaret = (page: Page): Promise<void> =>
  page.evaluate(() =>
    window.addEventListener("selectionchange", (event) => event.isTrusted && event.stopImmediatePropagation(), {
      capture: true,
    }),
  );

test("two colleagues write in the same description at once; another kommune reads it and cannot write", async () => {
  const hr = await person("HR, Holbæk");
  const homeCare = await person("Hjemmeplejen, Holbæk");
  const billund = await person("HR, Billund");
  await openBoard(hr.page, board());
  const card = await addCard(hr.page, "Fælles introduktion for nye");
  await openBoard(homeCare.page, board(`?card=${card}`));
  await billund.page.goto(board(`?card=${card}`));
  await hr.page.goto(board(`?card=${card}`));
  await editor(hr.page).click();
  await hr.page.keyboard.type("Først. ");
  await drawer(homeCare.page).filter({ hasText: "Først." }).waitFor();
  await editor(homeCare.page).click();
  await homeCare.page.keyboard.press("Control+End");
  await editor(hr.page).click();
  await hr.page.keyboard.press("Control+Home");
  await Promise.all([
    hr.page.keyboard.type("Makkerpar på vagten. ", { delay: 8 }),
    homeCare.page.keyboard.type("Mentor i tre måneder.", { delay: 8 }),
  ]);
  // Where colleagues write, their names stand at their carets; the reader sees the bare text.
  await drawer(billund.page).filter({ hasText: "Makkerpar på vagten. Først. Mentor i tre måneder." }).waitFor();
  for (const { page } of [hr, homeCare]) {
    for (const part of ["Makkerpar på vagten.", "Først.", "Mentor i tre måneder."]) {
      await editor(page).filter({ hasText: part }).waitFor();
    }
  }
  await isSaved(hr.page);
  await drawer(hr.page).filter({ hasText: "Hjemmeplejen, Holbæk" }).waitFor();
  expect(await editor(billund.page).count()).toBe(0);
  expect(await billund.page.getByRole("button", { name: "Ny indsats" }).count()).toBe(0);
  await expectAccessible(hr.page);
  await expectAccessible(billund.page);
  for (const { context } of [hr, homeCare, billund]) await context.close();
});

test("a caret that was moved a moment ago stays there when a colleague writes", async () => {
  const [hr, homeCare] = [await person("HR, Holbæk"), await person("Hjemmeplejen, Holbæk")];
  await openBoard(hr.page, board());
  const card = await addCard(hr.page, "Hvor blev markøren af");
  for (const { page } of [hr, homeCare]) {
    await page.goto(board(`?card=${card}`));
    await editor(page).click();
  }
  await hr.page.keyboard.type("I midten. ");
  await drawer(homeCare.page).filter({ hasText: "I midten. " }).waitFor();
  await homeCare.page.keyboard.press("Control+Home");
  await drawer(hr.page).locator(".pointer-events-none", { hasText: "Hjemmeplejen" }).waitFor();
  await hushCaret(homeCare.page);
  await homeCare.page.keyboard.press("Control+End");
  await hr.page.keyboard.press("Control+Home");
  await hr.page.keyboard.type("Først. ");
  await drawer(homeCare.page).filter({ hasText: "Først. " }).waitFor();
  await homeCare.page.keyboard.type("Sidst.");
  await drawer(hr.page)
    .filter({ hasText: /Først\..*I midten\..*Sidst\./ })
    .waitFor();
  for (const { context } of [hr, homeCare]) await context.close();
});

test("two people type in one title and both keep their caret", async () => {
  const hr = await person("HR, Holbæk");
  const homeCare = await person("Hjemmeplejen, Holbæk");
  await openBoard(hr.page, board());
  const card = await addCard(hr.page, "makkerpar");
  await openBoard(homeCare.page, board(`?card=${card}`));
  await hr.page.goto(board(`?card=${card}`));
  await titleField(hr.page).press("End");
  await titleField(homeCare.page).press("Home");
  await Promise.all([
    hr.page.keyboard.type("er for nye", { delay: 15 }),
    homeCare.page.keyboard.type("Erfarne ", { delay: 15 }),
  ]);
  for (const { page } of [hr, homeCare]) {
    await until(async () => (await titleField(page).inputValue()) === "Erfarne makkerparer for nye");
  }
  await hushCaret(hr.page);
  await titleField(hr.page).press("Home");
  await titleField(homeCare.page).press("End");
  await homeCare.page.keyboard.type("!");
  await until(async () => (await titleField(hr.page).inputValue()).endsWith("!"));
  await hr.page.keyboard.type("Vi har ");
  await until(async () => (await titleField(homeCare.page).inputValue()) === "Vi har Erfarne makkerparer for nye!");
  await titleField(hr.page).fill("");
  await titleField(hr.page).blur();
  await hr.page.getByText("En indsats skal have en titel").waitFor();
  expect(await titleField(hr.page).inputValue()).toBe("Vi har Erfarne makkerparer for nye!");
  for (const { context } of [hr, homeCare]) await context.close();
});

test("an actor is tagged by its alias, a new one by name and kind, and a colleague sees its name at once", async () => {
  const { page, context } = await person("HR, Holbæk");
  const colleague = await person("Hjemmeplejen, Holbæk");
  await openBoard(page, board());
  const card = await addCard(page, "Samarbejde med skolen");
  await page.goto(board(`?card=${card}`));
  await openBoard(colleague.page, board(`?card=${card}`));
  const open = drawer(page);
  await open.getByRole("button", { name: "Aktør", exact: true }).click();
  await page.getByRole("combobox", { name: "Find en aktør" }).fill("sosu h");
  await page.getByRole("option", { name: /SOSU H/ }).click();
  await open.getByRole("button", { name: /^Fjern .*SOSU H/ }).waitFor();
  await open.getByRole("button", { name: "Aktør", exact: true }).click();
  await page.getByRole("combobox", { name: "Find en aktør" }).fill("Holbæk Vikarforening");
  await page.getByRole("option", { name: "Opret «Holbæk Vikarforening» som ny aktør" }).click();
  await page.getByLabel("Hvad slags aktør").selectOption("civil-society");
  await page.getByRole("button", { name: "Opret og tilføj" }).click();
  await open.getByRole("button", { name: "Fjern Holbæk Vikarforening" }).waitFor();
  await drawer(colleague.page).getByRole("button", { name: "Fjern Holbæk Vikarforening" }).waitFor();
  await open.getByLabel("Rolle for Holbæk Vikarforening").selectOption("lead");
  await isSaved(page);
  await page.reload();
  await open.getByRole("button", { name: "Fjern Holbæk Vikarforening" }).waitFor();
  expect(await open.getByLabel("Rolle for Holbæk Vikarforening").inputValue()).toBe("lead");
  for (const each of [context, colleague.context]) await each.close();
});

test("a title like another kommune's brings that one up while it is written, with reasons", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board());
  await page.getByRole("button", { name: "Ny indsats", exact: true }).click();
  await page.getByLabel("Titel på den nye indsats").fill("Brobygning: elever fra 8. klasse besøger SOSU-skolen");
  await page.getByText("Ligner noget, andre er i gang med").waitFor();
  await page.getByRole("status").getByText("Samme middel: brobygning og klassebesøg").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator("[role=row]", { hasText: "Brobygning: elever" }).click();
  const related = page.locator("section", { has: page.locator("#related-heading") });
  await related.locator("article").first().waitFor();
  expect(await related.locator("article").first().locator("li").count()).toBeGreaterThanOrEqual(2);
  await context.close();
});

/** Rows of the browser's own copies, read behind every write that is under way. */
const updatesInBrowser = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const copy = await answer(indexedDB.open(name ?? ""));
      if (copy.objectStoreNames.contains("updates")) {
        rows += await answer(copy.transaction("updates").objectStore("updates").count());
      }
      copy.close();
    }
    return rows;
  });

test("what is written offline survives a closed page and reaches the others", async () => {
  const hr = await person("HR, Holbæk");
  const homeCare = await person("Hjemmeplejen, Holbæk");
  await openBoard(hr.page, board());
  await openBoard(homeCare.page, board());
  const card = await addCard(hr.page, "Skrevet i toget");
  await hr.page.goto(board(`?card=${card}`));
  await editor(hr.page).waitFor();
  await product.stop("SIGKILL");
  await hr.page.locator("[data-save=offline]").waitFor();
  await editor(hr.page).click();
  await hr.page.keyboard.type("Uden forbindelse.");
  await hr.page.getByText("Offline – 1 ændring venter").waitFor();
  // Closing by script kills the page at once; a person's tab gets to finish what it is writing.
  expect(await updatesInBrowser(hr.page)).toBeGreaterThan(0);
  await hr.page.close();
  await product.start();
  const again = await hr.context.newPage();
  await again.goto(board(`?card=${card}`));
  await drawer(again).filter({ hasText: "Uden forbindelse." }).waitFor();
  await isSaved(again);
  await isSaved(homeCare.page);
  await homeCare.page.locator("[role=row]", { hasText: "Skrevet i toget" }).click();
  await drawer(homeCare.page).filter({ hasText: "Uden forbindelse." }).waitFor();
  for (const { context } of [hr, homeCare]) await context.close();
  // The browser itself reports the connections that this test broke.
  troubles.splice(0);
});

test("signed out in the middle of a sentence, nothing typed is lost", async () => {
  const { page, context } = await person("HR, Holbæk");
  const elsewhere = await person("HR, Holbæk");
  await openBoard(page, board());
  const card = await addCard(page, "Midt i en sætning");
  await page.goto(board(`?card=${card}`));
  await editor(page).click();
  await page.keyboard.type("Begyndt, ");
  await isSaved(page);
  await visit(elsewhere.page, `${product.origin}/account`);
  await elsewhere.page.getByRole("button", { name: "Log ud overalt" }).click();
  await page.getByText("Du er logget ud.").waitFor();
  await editor(page).filter({ hasText: "Begyndt," }).waitFor();
  const again = await context.newPage();
  await signIn(again, product.origin, "HR, Holbæk");
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await isSaved(page);
  await editor(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("og gjort færdig.");
  await isSaved(page);
  await again.goto(board(`?card=${card}`));
  await drawer(again).filter({ hasText: "Begyndt, og gjort færdig." }).waitFor();
  for (const visitor of [context, elsewhere.context]) await visitor.close();
  // The browser itself reports the refused connection.
  troubles.splice(0);
});

test("a pasted list is looked at first and taken back by one undo", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board());
  const before = await page.locator("[data-card]").count();
  await page.getByRole("button", { name: "Indsæt liste" }).click();
  await page.getByLabel("Linjer eller celler").fill("Titel\tStatus\nFælles vikarkorps\tIdé\nSprogmakker\tI drift");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tilføj 2 indsatser" }).click();
  await until(async () => (await page.locator("[data-card]").count()) === before + 2);
  expect(await titles(page, "running")).toContain("Sprogmakker");
  await page.getByRole("button", { name: "Fortryd" }).first().click();
  await until(async () => (await page.locator("[data-card]").count()) === before);
  await context.close();
});

test("a card goes to the bin and back, and filter and open card live in the address", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board());
  await addCard(page, "Kort til papirkurven");
  await page.locator("[role=row]", { hasText: "Kort til papirkurven" }).click();
  await drawer(page).getByRole("button", { name: "Læg i papirkurven" }).click();
  await drawer(page).filter({ hasText: "ligger i papirkurven" }).waitFor();
  await drawer(page).getByRole("button", { name: "Læg tilbage" }).click();
  await page.getByRole("link", { name: "Luk indsatsen" }).click();
  await page.getByLabel("Søg på tavlen").fill("papirkurven");
  await until(async () => (await page.locator("[data-card]").count()) === 1);
  await page.locator("[role=row]").first().click();
  await page.waitForURL(/card=/);
  await page.reload();
  await drawer(page).waitFor();
  // What was done a moment ago may come with the document, just after the page.
  await until(async () => (await page.locator("[data-card]").count()) === 1);
  await page.goBack();
  await until(async () => (await drawer(page).count()) === 0);
  expect(await page.getByLabel("Søg på tavlen").inputValue()).toBe("papirkurven");
  await context.close();
});

test.each([
  ["a phone", { width: 390, height: 844 }],
  ["a narrow window", { width: 320, height: 640 }],
])("on %s one lane is shown at a time and a card fills the screen", async (_, viewport) => {
  const { page, context } = await person("HR, Holbæk", { viewport });
  await openBoard(page, board());
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page
    .getByRole("navigation", { name: "Spor" })
    .getByRole("link", { name: /I drift/ })
    .click();
  await rows(page, "running").first().click();
  await editor(page).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await context.close();
});
