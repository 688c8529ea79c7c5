// What the client's code finds in a browser: a document, an address, a store, and cookies that go with what is fetched.
import "fake-indexeddb/auto";
import { JSDOM } from "jsdom";

const url = process.argv[2]!;
const { window } = new JSDOM("", { url, pretendToBeVisual: true });
const plainFetch = globalThis.fetch;
let cookies = "";

const fetchHere = async (path: string, init?: RequestInit): Promise<Response> => {
  const headers = new Headers(init?.headers);
  if (cookies) headers.set("Cookie", cookies);
  const response = await plainFetch(new URL(path, url), { ...init, headers });
  const set = response.headers.getSetCookie();
  if (set.length > 0) cookies = set.map((cookie) => cookie.split(";")[0]).join("; ");
  return response;
};

const globals = {
  window,
  document: window.document,
  location: window.location,
  navigator: window.navigator,
  requestAnimationFrame: window.requestAnimationFrame.bind(window),
  fetch: fetchHere,
};
for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
