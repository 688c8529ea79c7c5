import { isIPv6 } from "node:net";

/**
 * Whom an address is counted with: an IPv4 address by itself, of IPv6 the network of 64 bits, since whoever has one such address has
 * all of them.
 */
export function networkOf(address = ""): string {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16)) as [number, number];
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff")
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, however it was written. */
function groupsOf(address: string): string[] {
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [start = [], end = []] = written.split("::").map((part) => part.split(":").filter(Boolean));
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => "0"), ...end];
}
