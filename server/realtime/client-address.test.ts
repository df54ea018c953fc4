import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf } from "./client-address.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

test("what a stranger says about addresses is not believed", () => {
  expect(addressOf(request("10.0.0.9", "1.2.3.4"), ["10.0.0.1"])).toBe("10.0.0.9");
});

test("behind proxies that are believed it is the last address they did not add", () => {
  expect(addressOf(request("::ffff:10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2"), ["10.0.0.1", "10.0.0.2"])).toBe("1.2.3.4");
  expect(addressOf(request("10.0.0.1"), ["10.0.0.1"])).toBe("10.0.0.1");
});
