import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completed, missingOptional, platformOf } from "./complete-lock.mjs";
import { root } from "./run.mjs";

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

test("every optional dependency in the lock has an entry, so that npm ci works on every platform", () => {
  expect(missingOptional(packages)).toEqual([]);
});

test("a lock without a platform's entry is noticed, nested packages looked up as Node does", () => {
  const asking = { optionalDependencies: { "tool-darwin": "1.0.0" } };
  const lock = { "node_modules/tool": asking, "node_modules/other/node_modules/tool": asking };
  expect(missingOptional(lock).map(({ path }) => path)).toEqual([
    "node_modules/tool-darwin",
    "node_modules/tool-darwin",
  ]);
  expect(missingOptional({ ...lock, "node_modules/tool-darwin": {} })).toEqual([]);
});

test("an added entry says where it runs", () => {
  expect(platformOf("@rollup/rollup-linux-x64-musl")).toEqual({ os: ["linux"], cpu: ["x64"], libc: ["musl"] });
  expect(platformOf("@tailwindcss/oxide-wasm32-wasi")).toEqual({ cpu: ["wasm32"] });
  expect(() => platformOf("some-tool")).toThrow("some-tool");
  const lock = {
    packages: { "node_modules/tool": { dev: true, optionalDependencies: { "tool-darwin-arm64": "1.0.0" } } },
  };
  const added = { version: "1.0.0", dev: true, optional: true, os: ["darwin"], cpu: ["arm64"] };
  expect(completed(lock).packages).toEqual({ ...lock.packages, "node_modules/tool-darwin-arm64": added });
});

test("the lock names no download address, so that it installs from whichever registry npm is set to", () => {
  const withAddress = Object.keys(packages).filter((path) => packages[path].resolved !== undefined);
  expect(withAddress).toEqual([]);
});
