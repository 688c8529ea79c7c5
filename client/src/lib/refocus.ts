/** So many frames what had the focus may take to go, a menu's fading out included. */
const patience = 30;

/** Puts the focus where `find` says, once it was lost with what it was on. */
export function refocus(find: () => HTMLElement | null | undefined, frames = patience): void {
  requestAnimationFrame(() => {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (lost) find()?.focus({ preventScroll: true });
    else if (frames > 0) refocus(find, frames - 1);
  });
}
