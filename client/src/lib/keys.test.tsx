import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setKeysOn, useKeys, type Keys } from "./keys.ts";

function Board({ keys }: { keys: Keys }) {
  useKeys(keys);
  return (
    <>
      <input aria-label="field" />
      <div aria-label="editor" contentEditable="true" suppressContentEditableWarning>
        <b>text</b>
      </div>
      <button type="button">press</button>
    </>
  );
}

const press = (key: string, more: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...more });

beforeEach(() => setKeysOn(true));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("a key does what it is registered for, and nothing after its component is gone", () => {
  const j = vi.fn();
  const { unmount } = render(<Board keys={{ j }} />);
  press("j");
  press("k");
  expect(j).toHaveBeenCalledTimes(1);
  unmount();
  press("j");
  expect(j).toHaveBeenCalledTimes(1);
});

test("the newest function is called, without registering again", () => {
  const [old, young] = [vi.fn(), vi.fn()];
  const { rerender } = render(<Board keys={{ j: old }} />);
  rerender(<Board keys={{ j: young }} />);
  press("j");
  expect(old).not.toHaveBeenCalled();
  expect(young).toHaveBeenCalledTimes(1);
});

test("a sequence needs both keys, in order and in time", () => {
  const [go, h] = [vi.fn(), vi.fn()];
  render(<Board keys={{ "g h": go, h }} />);
  press("g");
  press("h");
  expect([go.mock.calls.length, h.mock.calls.length]).toEqual([1, 0]);
  press("h");
  expect([go.mock.calls.length, h.mock.calls.length]).toEqual([1, 1]);
  press("g");
  press("x");
  press("h");
  expect([go.mock.calls.length, h.mock.calls.length]).toEqual([1, 2]);

  const late = new KeyboardEvent("keydown", { key: "h", bubbles: true });
  press("g");
  Object.defineProperty(late, "timeStamp", { value: late.timeStamp + 5000 });
  document.body.dispatchEvent(late);
  expect([go.mock.calls.length, h.mock.calls.length]).toEqual([1, 3]);
});

test("who types, holds a modifier or composes isn't disturbed", () => {
  const j = vi.fn();
  render(<Board keys={{ j, Enter: j }} />);
  press("j", {}, screen.getByLabelText("field"));
  press("j", {}, screen.getByText("text"));
  press("j", { ctrlKey: true });
  press("j", { metaKey: true });
  press("j", { altKey: true });
  press("j", { isComposing: true });
  press("Enter", {}, screen.getByText("press"));
  expect(j).not.toHaveBeenCalled();
  press("j", {}, screen.getByText("press"));
  expect(j).toHaveBeenCalledTimes(1);
});

test("? comes with Shift; j is j with caps lock on, J with Shift is not", () => {
  const [help, j] = [vi.fn(), vi.fn()];
  render(<Board keys={{ "?": help, j }} />);
  press("?", { shiftKey: true });
  press("J");
  press("J", { shiftKey: true });
  expect([help.mock.calls.length, j.mock.calls.length]).toEqual([1, 1]);
});

test("an open dialog keeps the keys to itself", () => {
  const j = vi.fn();
  render(<Board keys={{ j }} />);
  const { unmount } = render(<div role="dialog" />);
  press("j");
  expect(j).not.toHaveBeenCalled();
  unmount();
  press("j");
  expect(j).toHaveBeenCalledTimes(1);
});

test("the component that came last decides", () => {
  const [below, above] = [vi.fn(), vi.fn()];
  render(<Board keys={{ j: below, k: below }} />);
  const { unmount } = render(<Board keys={{ j: above }} />);
  press("j");
  press("k");
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 1]);
  unmount();
  press("j");
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([2, 1]);
});

test("switched off, single keys sleep and Escape works; the choice is remembered", () => {
  const [j, close] = [vi.fn(), vi.fn()];
  render(<Board keys={{ j, Escape: close }} />);
  setKeysOn(false);
  press("j");
  press("Escape");
  expect([j.mock.calls.length, close.mock.calls.length]).toEqual([0, 1]);
  expect(localStorage.getItem("keys")).toBe("off");
});
