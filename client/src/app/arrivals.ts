import { onArrive, onLeave } from "../lib/navigation.ts";

/** So many frames a list may take until it has drawn the post that the reader left. */
const patience = 10;

/**
 * Until the returned function is called, a screen reader hears which page was come to, and a focus that was lost with what it
 * was on goes to the page's title; after Back to the post that was left.
 */
export function startArrivals(): () => void {
  const left = new Map<string, string>();
  const said = document.createElement("p");
  said.role = "status";
  said.className = "sr-only";
  document.body.append(said);
  let turn = 0;

  const arrive = (card: string | undefined, frames: number, mine = ++turn) =>
    requestAnimationFrame(() => {
      if (mine !== turn) return;
      const { activeElement, body } = document;
      if (activeElement && activeElement !== body) return void (said.textContent = document.title);
      const found = card && document.getElementById(card);
      if (card && !found && frames > 0) return void arrive(card, frames - 1, mine);
      (found || document.querySelector<HTMLElement>("#main h1"))?.focus({ preventScroll: true });
    });
  const stops = [
    onLeave(({ key }) => {
      const card = document.activeElement?.closest("article[id]");
      if (card) left.set(key, card.id);
    }),
    onArrive(({ key, preventScrollReset }) => {
      if (!preventScrollReset) arrive(left.get(key), patience);
    }),
  ];
  return () => {
    turn += 1;
    said.remove();
    for (const stop of stops) stop();
  };
}
