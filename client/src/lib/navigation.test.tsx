import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Link, NavLink } from "../ui/Link.tsx";
import { go, startNavigation, useLocation, useSearchParams } from "./navigation.ts";

/** Pages whose code takes its time, by path. */
const slow = new Map<string, Promise<void>>();

function Where() {
  const { pathname, search, state, params } = useLocation();
  const [, setSearch] = useSearchParams();
  return (
    <>
      <p>{JSON.stringify([pathname + search, state, params])}</p>
      <Link to="/people/ana" state={{ find: true }}>
        Ana
      </Link>
      <NavLink to="/people">People</NavLink>
      <NavLink to="/people" end>
        Directory
      </NavLink>
      <button type="button" onClick={() => setSearch({ q: "löw" }, { replace: true })}>
        search
      </button>
    </>
  );
}

const where = () => JSON.parse(document.querySelector("p")!.textContent) as unknown;
const link = (name: string) => screen.getByRole("link", { name });
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 30)));

beforeEach(async () => {
  history.replaceState(null, "", "/");
  await startNavigation(async (pathname) => {
    await slow.get(pathname);
    return { params: { last: pathname.split("/").at(-1) }, wide: false };
  });
  render(<Where />);
});

afterEach(() => {
  cleanup();
  slow.clear();
});

test("a link leads on without loading, with what it hands on, and Back leads back", async () => {
  const before = history.length;
  fireEvent.click(link("Ana"));
  await settled();
  expect(where()).toEqual(["/people/ana", { find: true }, { last: "ana" }]);
  expect(history.length).toBe(before + 1);
  void go(-1);
  await settled();
  expect(where()).toEqual(["/", null, { last: "" }]);
});

test("a link to where the reader is adds no place to go back to", async () => {
  fireEvent.click(link("Ana"));
  await settled();
  const before = history.length;
  fireEvent.click(link("Ana"));
  await settled();
  expect(history.length).toBe(before);
});

test("a press that asks for another tab is left to the browser", async () => {
  const left = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  document.addEventListener("click", left);
  fireEvent.click(link("Ana"), { ctrlKey: true });
  await settled();
  document.removeEventListener("click", left);
  expect(left).toHaveBeenCalled();
  expect(where()).toEqual(["/", null, { last: "" }]);
});

test("links say where the reader is", async () => {
  await act(() => go("/people/ana"));
  expect(link("People").getAttribute("aria-current")).toBe("page");
  expect(link("Directory").getAttribute("aria-current")).toBeNull();
  await act(() => go("/people"));
  expect(link("Directory").getAttribute("aria-current")).toBe("page");
  await act(() => go("/peoples"));
  expect(link("People").getAttribute("aria-current")).toBeNull();
});

test("what is looked for stands in the address", async () => {
  const before = history.length;
  fireEvent.click(screen.getByRole("button", { name: "search" }));
  await settled();
  expect(where()).toEqual(["/?q=l%C3%B6w", null, { last: "" }]);
  expect(history.length).toBe(before);
});

test("the newest wish wins, whichever page comes first", async () => {
  let come = () => {};
  slow.set("/threads", new Promise((resolve) => (come = resolve)));
  const first = go("/threads");
  await act(() => go("/saved"));
  await act(async () => {
    come();
    await first;
  });
  expect(where()).toEqual(["/saved", null, { last: "saved" }]);
  expect(location.pathname).toBe("/saved");
});
