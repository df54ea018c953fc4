import type { IncomingMessage } from "node:http";

const plain = (address: string): string => address.trim().replace(/^::ffff:/, "");

/** Whose connection it is: behind proxies that are believed, the last address they did not add themselves. */
export function addressOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const trusted = new Set(trustedProxies.map(plain));
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map(plain)
    .filter((address) => address !== "");
  let address = plain(request.socket.remoteAddress ?? "");
  while (trusted.has(address) && forwarded.length > 0) address = forwarded.pop() ?? address;
  return address;
}
