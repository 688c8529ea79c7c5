// the first that fits: Edge says that it is Chrome, and Chrome that it is Safari
const browsers = [
  [/Edg/, "Edge"],
  [/Firefox|FxiOS/, "Firefox"],
  [/OPR/, "Opera"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
] as const;
const systems = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS/, "macOS"],
  [/Linux|X11/, "Linux"],
] as const;

/** "Firefox · Linux", as far as a user agent tells. */
export function browserOf(userAgent: string): string | undefined {
  const known = [browsers, systems].flatMap(
    (names) => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? [],
  );
  return known.length > 0 ? known.join(" · ") : userAgent.split(/[\s/]/)[0] || undefined;
}
