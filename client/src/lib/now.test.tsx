import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useNow } from "./now.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-11-24T12:00:42.500Z");
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const Clock = ({ every }: { every: number }) => <p>{new Date(useNow(every)).toISOString().slice(11, 19)}</p>;

test("moves on with the minute, for all with one timer", () => {
  render(
    <>
      <Clock every={60_000} />
      <Clock every={60_000} />
    </>,
  );
  expect(vi.getTimerCount()).toBe(1);
  expect(screen.getAllByText("12:00:00")).toHaveLength(2);
  act(() => void vi.advanceTimersByTime(17_000));
  expect(screen.getAllByText("12:00:00")).toHaveLength(2);
  act(() => void vi.advanceTimersByTime(1000));
  expect(screen.getAllByText("12:01:00")).toHaveLength(2);
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.getAllByText("12:02:00")).toHaveLength(2);
  cleanup();
  expect(vi.getTimerCount()).toBe(0);
});

test("a hidden tab that comes back catches up at once", () => {
  render(<Clock every={60_000} />);
  vi.setSystemTime("2026-11-24T15:30:10Z");
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(screen.getByText("15:30:00")).toBeTruthy();
});
