/** A handle made of a name: "Zoë van Dijk" → "zoe.vandijk". */
export function suggestHandle(name: string): string {
  const [first = "", ...rest] = name
    .normalize("NFKD")
    .replaceAll("ß", "ss")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [first, rest.join("")].filter(Boolean).join(".").slice(0, 40).replace(/\.$/, "");
}
