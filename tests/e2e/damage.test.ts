/** A disk that fails and files that it has spoilt: what the server does, and what people are told. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, inject, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { root } from "../../scripts/run.mjs";
import { addBulk, spoilPage } from "../damage.ts";
import { until } from "../until.ts";
import { addCard, holbaekBoard, isSaved, openBoard, titleField, titles } from "./board-page.ts";
import { expectAccessible, journey } from "./harness.ts";

const { product, person } = await journey();
const { id, url } = await holbaekBoard(product);
const readiness = async () => {
  const answer = await fetch(`${product.origin}/readyz`);
  return { status: answer.status, why: (await answer.text()).trim() };
};

/** From now on the disk takes nothing beyond the first bytes of a file, or everything again. */
const limitFiles = (bytes: number | "unlimited") =>
  execFileSync("prlimit", ["--pid", String(product.pid), `--fsize=${bytes}:unlimited`]);

test("while the disk fails nothing is said to be saved and everything can be read; afterwards all of it is saved", async () => {
  const writer = await person("HR, Holbæk");
  const reader = await person("HR, Billund");
  await openBoard(writer.page, url);
  const card = await addCard(writer.page, "Før disken fejlede");
  await writer.page.goto(`${url}?card=${card}`);
  await isSaved(writer.page);

  limitFiles(4096);
  await titleField(writer.page).fill("Skrevet imens");
  await writer.page.getByText("Serveren bekræfter ikke, at den gemmer").waitFor();
  expect(await writer.page.locator("[data-save=saved]").count()).toBe(0);
  await until(async () => (await readiness()).status === 503, 5_000);
  expect(await readiness()).toMatchObject({ why: "edits cannot be stored" });
  for (const path of [`/boards/${id}`, "/", "/workshops/personalemangel", "/compare"]) {
    const answer = await reader.page.goto(product.origin + path);
    expect([path, answer?.status()]).toEqual([path, 200]);
  }
  await reader.page.goto(url);
  await reader.page.getByText("Før disken fejlede").first().waitFor();
  expect(await reader.page.getByText("Skrevet imens").count()).toBe(0);

  limitFiles("unlimited");
  await isSaved(writer.page);
  await until(async () => (await readiness()).status === 200, 10_000);
  await reader.page.goto(url);
  await reader.page.getByText("Skrevet imens").first().waitFor();
  expect(await product.cli("doctor")).toMatchObject({ ok: true });
  for (const { context } of [writer, reader]) await context.close();
});

test("a board whose document cannot be read is put aside and says so, and the others go on", async () => {
  const holbaek = await person("HR, Holbæk");
  const billund = await person("HR, Billund");
  const boards = await product.cli<{ id: string; municipality: { name: string } }[]>("boards");
  const other = boards.find(({ municipality }) => municipality.name === "Billund")?.id ?? "";
  const { page } = holbaek;
  await openBoard(page, url);
  const before = await titles(page, "idea");
  for (const visitor of [holbaek, billund]) await visitor.page.goto("about:blank");
  await product.stop();
  const db = new Sqlite(join(product.dataDir, "sammenspil.db"));
  db.prepare("insert into board_update (board_id, at, bytes) values (?, 0, x'010203')").run(id);
  db.close();
  await product.start();

  await page.goto(url);
  await page.getByText("Tavlens dokument kan ikke læses").waitFor();
  expect(await titles(page, "idea")).toEqual(before);
  expect(await page.getByRole("button", { name: "Ny indsats", exact: true }).count()).toBe(0);
  await expectAccessible(page);
  await openBoard(billund.page, `${product.origin}/boards/${other}`);
  await addCard(billund.page, "Virker stadig");
  expect(await (await fetch(`${product.origin}/metrics`)).text()).toMatch(/^boards_unreadable_total [1-9]/m);
  for (const { context } of [holbaek, billund]) await context.close();
});

/** A data folder that a killed server left behind, to be spoilt. */
function leftBehind(): string {
  const folder = mkdtempSync(join(tmpdir(), "sammenspil-damage-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(inject("demoData"), folder, { recursive: true });
  const db = new Sqlite(join(folder, "sammenspil.db"));
  db.exec("insert or replace into installation values ('server', 'running')");
  db.close();
  return folder;
}

const bytesIn = (folder: string) =>
  readdirSync(folder)
    .filter(
      (name) => /^sammenspil\.db(-wal)?$/.test(name) && (name.endsWith(".db") || statSync(join(folder, name)).size > 0),
    )
    .map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]);

/** Starts a server there, as nobody when the tests run as root, and waits for its end. */
async function startOn(folder: string, uid?: number) {
  const environment = { ...product.environment, DATA_DIR: folder, PORT: "0" };
  const server = spawn(process.execPath, ["build/server/index.js"], {
    cwd: root,
    env: environment,
    ...(uid !== undefined && { uid }),
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  let output = "";
  server.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve) => server.once("close", resolve));
  return { code, output };
}

const DAMAGE: Record<string, (file: string) => void> = {
  "that is garbage": (file) => writeFileSync(file, Buffer.alloc(64_000, "not a database ")),
  "with a spoilt page": (file) => spoilPage(file, "board_update"),
  "that ends too early": (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  "that is empty, beside copies": (file) => {
    mkdirSync(join(file, "../backups"), { recursive: true });
    copyFileSync(file, join(file, "../backups/daily-2026-11-21.db"));
    writeFileSync(file, "");
  },
  "beside another one's log": (file) => {
    const other = `${file}-other`;
    copyFileSync(file, other);
    const stranger = new Sqlite(other);
    addBulk(stranger, 300);
    stranger.pragma("wal_checkpoint(TRUNCATE)");
    stranger.exec("delete from bulk where rowid % 3 > 0");
    copyFileSync(`${other}-wal`, `${file}-wal`);
    stranger.close();
    rmSync(other);
  },
  // Every page that it reads is the other's: SQLite finds a small database without fault in the place of ours.
  "beside the log of another one, whole": (file) => {
    const other = `${file}-other`;
    const stranger = openDatabase(other);
    copyFileSync(`${other}-wal`, `${file}-wal`);
    stranger.$client.close();
    rmSync(other);
  },
};

test.each(Object.entries(DAMAGE))(
  "a database %s ends the start with 78, untouched, and names the way back",
  async (_what, damage) => {
    const folder = leftBehind();
    damage(join(folder, "sammenspil.db"));
    const before = bytesIn(folder);
    const { code, output } = await startOn(folder);
    expect([code, output.trim().split("\n").length]).toEqual([78, 1]);
    expect(output).toContain("npm run -s sammenspil -- restore <file>");
    expect(bytesIn(folder)).toEqual(before);
  },
);

test("a folder that may only be read ends the start with 78 and one sentence", async () => {
  const folder = leftBehind();
  const nobody = 65_534;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, nobody, nobody);
  chmodSync(folder, 0o555);
  const before = bytesIn(folder);
  const { code, output } = await startOn(folder, isRoot ? nobody : undefined);
  chmodSync(folder, 0o755);
  expect([code, output.trim().split("\n").length]).toEqual([78, 1]);
  expect(output).toContain("cannot be written");
  expect(bytesIn(folder)).toEqual(before);
});
