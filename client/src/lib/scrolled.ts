import { onServer } from "./drawn.ts";

// what the server has drawn may have been scrolled before any of this was there
let place = onServer ? 0 : window.scrollY;
if (!onServer) addEventListener("scroll", () => (place = window.scrollY), { passive: true });

/** How far down the page stands, in pixels, as it was told last: to ask the window makes it style and lay out the page. */
export const scrolled = (): number => place;
