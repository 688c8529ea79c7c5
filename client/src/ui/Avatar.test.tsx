import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Avatar } from "./Avatar.tsx";

afterEach(cleanup);

test("a picture that can't be loaded gives way to the initials, and a new one is tried", () => {
  const { container, rerender } = render(<Avatar id="a" name="Ada Lovelace" image="/gone.webp" />);
  const image = container.querySelector("img");
  expect(image?.getAttribute("src")).toBe("/gone.webp");
  if (image) fireEvent.error(image);
  expect(container.textContent).toBe("AL");
  rerender(<Avatar id="a" name="Ada Lovelace" image="/new.webp" />);
  expect(container.querySelector("img")?.getAttribute("src")).toBe("/new.webp");
});

test("is hidden from screen readers, since the name stands beside it", () => {
  const { container } = render(<Avatar id="a" name="Ada Lovelace" online />);
  expect(container.firstElementChild?.getAttribute("aria-hidden")).toBe("true");
});
