import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf, isProxyName, proxiesNamed } from "./client-address.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;
const addressBehind = (proxies: readonly string[], ...[remote, forwarded]: Parameters<typeof request>) =>
  addressOf(request(remote, forwarded), proxiesNamed(proxies));

test("what a stranger says about addresses is not believed", () => {
  expect(addressBehind(["10.0.0.1"], "10.0.0.9", "1.2.3.4")).toBe("10.0.0.9");
  expect(addressBehind([], "10.0.0.9", "1.2.3.4")).toBe("10.0.0.9");
});

test("behind proxies that are believed it is the last address they did not add", () => {
  const proxies = ["10.0.0.1", "10.0.0.2"];
  expect(addressBehind(proxies, "::ffff:10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2")).toBe("1.2.3.4");
  expect(addressBehind(proxies, "10.0.0.1")).toBe("10.0.0.1");
  expect(addressBehind(proxies, "10.0.0.1", "nonsense")).toBe("nonsense");
});

test("a network of proxies is believed as a whole", () => {
  expect(addressBehind(["10.0.0.0/8", "fd00::/8"], "10.9.8.7", "1.2.3.4, fd00::1")).toBe("1.2.3.4");
  expect(addressBehind(["10.0.0.0/8"], "11.0.0.1", "1.2.3.4")).toBe("11.0.0.1");
});

test.each(["loopback", "proxy.example.dk", "10.0.0.0/33", "10.0.0.0/", "10.0.0", "fd00::/129", "10.0.0.0/8/8"])(
  "%s names no proxy",
  (name) => {
    expect(isProxyName(name)).toBe(false);
  },
);
