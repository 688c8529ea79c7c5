import { limits } from "@meridian/shared/limits";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { createRef, Profiler } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { watched } from "../lib/watched.ts";
import { TextEditor, type TextEditorActions } from "./TextEditor.tsx";

afterEach(cleanup);

function open(begun = "") {
  const keep = vi.fn();
  const drawn = vi.fn();
  const text = watched(begun);
  text.watch(keep);
  const editor = createRef<TextEditorActions>();
  render(
    <Profiler id="editor" onRender={drawn}>
      <TextEditor label="Text" text={text} editor={editor} onSubmit={() => {}} />
    </Profiler>,
  );
  const area = screen.getByRole<HTMLTextAreaElement>("textbox");
  const type = (letters: string) => {
    for (const letter of letters) fireEvent.input(area, { target: { value: area.value + letter } });
  };
  return { area, type, text, keep, drawn, editor };
}

it("draws nothing anew for a letter", () => {
  const { type, text, keep, drawn } = open("Begun");
  type(" ");
  drawn.mockClear();
  type("and gone on");
  expect(text.get()).toBe("Begun and gone on");
  expect(keep).toHaveBeenCalledTimes(12);
  expect(drawn).not.toHaveBeenCalled();
});

it("shows what is written elsewhere", () => {
  const { area, type, text } = open();
  type("Here");
  act(() => text.set("Here and there"));
  expect(area.value).toBe("Here and there");
});

it("counts down near the end, and beyond it", () => {
  const { type, text } = open("x".repeat(limits.postCountdownAt - 1));
  expect(screen.queryByRole("status")).toBeNull();
  type("y");
  expect(screen.getByRole("status").textContent).toBe("composer.left");
  act(() => text.set("z".repeat(limits.postCharacters + 1)));
  expect(screen.getByRole("status").textContent).toBe("composer.over");
});

it("puts marks around what is chosen, and goes on after them", () => {
  const { area, editor, text } = open("so bold a word");
  area.setSelectionRange(3, 7);
  act(() => editor.current!.wrap("**"));
  expect(text.get()).toBe("so **bold** a word");
  act(() => editor.current!.insert("ly"));
  expect(text.get()).toBe("so **bold**ly a word");
});
