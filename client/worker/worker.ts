/**
 * Keeps the built pages in the browser, so that Meridian opens without a network, and an open page finds its later parts after
 * a newer version was put in place. The API and the live connection pass it by: what they say, the page keeps itself.
 */

/** The build writes these two in front of this file; where one differs, the browser sees a new version. */
declare const version: string;
declare const files: readonly string[];
const worker = self as unknown as ServiceWorkerGlobalScope;

const store = `pages ${version}`;
/** Milliseconds after which a kept page is better than one that is on its way. */
const patience = 4_000;

worker.addEventListener("install", (event) => event.waitUntil(keepFiles()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (/^\/(api|socket\.io|healthz|readyz)(\/|$)/.test(pathname)) return;
  if (mode === "navigate") event.respondWith(openPage(event));
  else if (pathname.startsWith("/emoji/")) event.respondWith(showEmoji(event.request));
  else event.respondWith(showFile(event.request));
});

async function keepFiles(): Promise<void> {
  const pages = await caches.open(store);
  // a name with a hash may come from the browser's own store; what has none must be this version's
  const cacheOf = (file: string) => (file.startsWith("/assets/") ? "default" : "reload");
  await pages.addAll(files.map((file) => new Request(file, { cache: cacheOf(file) })));
  // forces nothing on anybody: an open page goes on with what it has, and finds the rest of its own version here
  await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith("pages ") && name !== store);
  // pages of the version before this one may be open
  for (const name of others.slice(0, -1)) await caches.delete(name);
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  for (const page of await worker.clients.matchAll()) page.postMessage({ version });
}

/** The newest page where the server answers in time, otherwise the kept one. */
async function openPage(event: FetchEvent): Promise<Response> {
  const asked = askForPage(event);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer && answer.status < 500) return answer;
  return (await (await caches.open(store)).match("/")) ?? asked;
}

const askForPage = async (event: FetchEvent): Promise<Response> =>
  ((await event.preloadResponse) as Response | undefined) ?? fetch(event.request);

/** A file of this version or, for a page that is older, of the one before. */
async function showFile(request: Request): Promise<Response> {
  const kept = (await (await caches.open(store)).match(request)) ?? (await caches.match(request));
  return kept ?? fetch(request);
}

/** The names of emoji are large, and change without a new name: kept once they were asked for. */
async function showEmoji(request: Request): Promise<Response> {
  const emoji = await caches.open("emoji");
  try {
    const answer = await fetch(request);
    if (answer.ok) await emoji.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await emoji.match(request);
    if (kept) return kept;
    throw error;
  }
}
