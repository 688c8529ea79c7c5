import type { CSSProperties } from "react";

/** For elements that use the classes hue-ink, hue-fill and hue-wash. */
export const hueStyle = (hue: number): CSSProperties => ({ "--hue": hue }) as CSSProperties;

/**
 * The hue of an office: `place` is its number when the offices are sorted from west to east. Neighbours on the
 * globe are neighbours on the colour wheel, and any two offices can be told apart.
 */
export const officeHue = (place: number, offices: number): number =>
  Math.round((205 + (360 * place) / Math.max(offices, 1)) % 360);
