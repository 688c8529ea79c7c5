let place = 0;
addEventListener("scroll", () => (place = window.scrollY), { passive: true });

/** How far down the page stands, in pixels, as it was told last: to ask the window makes it style and lay out the page. */
export const scrolled = (): number => place;
