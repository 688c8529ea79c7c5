import { useEffect, useRef } from "react";
import { remembered } from "./remembered.ts";

/** "j", "?", "g h", "Escape": as KeyboardEvent.key, sequences with a space between. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const choice = remembered<"on" | "off">("keys", ["on", "off"]);
/** Whether single keys do something (WCAG 2.1.4); Escape and the like always do. */
export const useKeysOn = (): boolean => choice.use() === "on";
export const setKeysOn = (on: boolean): void => choice.set(on ? "on" : "off");

/** How long the second key of a sequence may take. */
const patience = 1200;

const registered: { readonly current: Keys }[] = [];
let begun: { key: string; at: number } | undefined;

const typing =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"]';
const pressable = "a[href], button, summary, [role=button], [role=tab], [role=switch], [role=checkbox]";
// a toast is a dialog to screen readers, but it takes nothing over
const open = ":is([role=dialog], [role=alertdialog]):not([data-toast]), [role=menu], [role=listbox]";

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (["Shift", "CapsLock", "Dead"].includes(event.key)) return;
  const printable = event.key.length === 1;
  if (printable && choice.get() === "off") return;
  if (event.target instanceof Element && event.target.closest(typing)) return;
  if (document.querySelector(open)) return;
  // Enter and Space press what has the focus.
  if (
    ["Enter", " "].includes(event.key) &&
    event.target instanceof Element &&
    event.target.closest(pressable)
  )
    return;

  // With caps lock on, j is still j.
  const key = printable && !event.shiftKey ? event.key.toLowerCase() : event.key;
  const first = begun && event.timeStamp - begun.at < patience ? begun.key : undefined;
  begun = undefined;
  if (first !== undefined && run(`${first} ${key}`, event)) return;
  if (run(key, event)) return;
  if (registered.some(({ current }) => Object.keys(current).some((name) => name.startsWith(`${key} `)))) {
    begun = { key, at: event.timeStamp };
  }
}

/** The component that came last decides, so that an open thread has its own j and k. */
function run(name: string, event: KeyboardEvent): boolean {
  const keys = registered.findLast(({ current }) => Object.hasOwn(current, name));
  if (!keys) return false;
  event.preventDefault();
  keys.current[name]?.(event);
  return true;
}

/**
 * Keyboard shortcuts while the component is shown. They keep quiet while someone types, with Ctrl, Alt or ⌘ held,
 * and while a dialog or menu is open.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (registered.length === 0) document.addEventListener("keydown", pressed);
    registered.push(latest);
    return () => {
      registered.splice(registered.indexOf(latest), 1);
      if (registered.length === 0) document.removeEventListener("keydown", pressed);
    };
  }, []);
}
