/** Whose connection it is, behind the proxies that the operator has named. */
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Whether what this address says in X-Forwarded-For is believed. */
export type Proxies = (address: string) => boolean;

const plain = (address: string): string => address.trim().replace(/^::ffff:/, "");

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };
const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An address, or a network as `10.0.0.0/8`. Names are none: they would have to be looked up, and could change. */
export function isProxyName(name: string): boolean {
  const [address = "", prefix = "0", ...rest] = name.split("/");
  const bits = BITS[isIP(plain(address))];
  return bits !== undefined && rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

/** @param names each as `isProxyName` wants it */
export function proxiesNamed(names: readonly string[]): Proxies {
  const known = new BlockList();
  for (const name of names) {
    const [address = "", prefix] = plain(name).split("/");
    if (prefix === undefined) known.addAddress(address, familyOf(address));
    else known.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => isIP(plain(address)) !== 0 && known.check(plain(address), familyOf(plain(address)));
}

/** Behind proxies that are believed: the last address that they did not add themselves. */
export function addressOf(request: IncomingMessage, proxies: Proxies): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map(plain)
    .filter((address) => address !== "");
  let address = plain(request.socket.remoteAddress ?? "");
  while (proxies(address) && forwarded.length > 0) address = forwarded.pop() ?? address;
  return address;
}
