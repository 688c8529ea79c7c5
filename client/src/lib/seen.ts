import type { Me } from "@meridian/shared/people";
import type { InfiniteData, QueryKey } from "@tanstack/react-query";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { currentMe } from "./access.ts";
import { queryClient } from "./cache.ts";

/** An answer as it was last shown. */
interface SeenAnswer {
  hash: string;
  key: QueryKey;
  data: unknown;
  /** When it was last shown or changed, in milliseconds. */
  at: number;
}

interface SeenBy {
  me: Me;
  /** When something was last kept, in milliseconds. */
  at: number;
}

interface Store extends DBSchema {
  answers: { key: string; value: SeenAnswer; indexes: { at: number } };
  person: { key: "me"; value: SeenBy };
}

/** What reading needs. Presence would be untrue; the desk and the administration are for those who are connected. */
const kept = new Set(
  "posts channels unread marks members offices people directory notices company".split(" "),
);
/** Pages of a list, from its beginning; and what is kept of each, since a page to which more comes may have grown long. */
const mostPages = 3;
const mostOfPage = 100;
const mostAnswers = 80;
const longestAge = 7 * 24 * 3_600_000;
/** Milliseconds between one look at what has changed and the next. */
const pause = 5_000;

const opened = openDB<Store>("meridian-seen", 1, {
  upgrade(database) {
    database.createObjectStore("answers", { keyPath: "hash" }).createIndex("at", "at");
    database.createObjectStore("person");
  },
});
// one after the other, and the last word is had by whoever comes last
let work: Promise<unknown> = opened;
const inTurn = <T>(step: (database: IDBPDatabase<Store>) => Promise<T>): Promise<T> => {
  const next = work.catch(() => {}).then(async () => step(await opened));
  work = next;
  return next;
};

/** Keeps what this person sees, in this browser, until the returned function is called. A browser that keeps nothing is no error. */
export function keepSeen(): () => void {
  const changed = new Set<string>();
  const stopWatching = queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === "updated" && kept.has(String(query.queryKey[0]))) changed.add(query.queryHash);
  });
  for (const query of queryClient.getQueryCache().getAll())
    if (kept.has(String(query.queryKey[0]))) changed.add(query.queryHash);
  const save = () => {
    if (changed.size === 0) return;
    const hashes = [...changed];
    changed.clear();
    inTurn((database) => write(database, hashes)).catch(() => {});
  };
  const timer = setInterval(save, pause);
  const hidden = () => document.visibilityState === "hidden" && save();
  document.addEventListener("visibilitychange", hidden);
  save();
  return () => {
    stopWatching();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", hidden);
  };
}

async function write(database: IDBPDatabase<Store>, hashes: string[]): Promise<void> {
  const me = currentMe();
  if (!me) return;
  const at = Date.now();
  const transaction = database.transaction(["answers", "person"], "readwrite");
  const answers = transaction.objectStore("answers");
  const before = await transaction.objectStore("person").get("me");
  if (before && before.me.id !== me.id) await answers.clear();
  await transaction.objectStore("person").put({ me, at }, "me");
  for (const hash of hashes) {
    const query = queryClient.getQueryCache().get(hash);
    if (query?.state.status === "success" && !query.state.isInvalidated)
      await answers.put({ hash, key: query.queryKey, data: beginning(query.state.data), at });
  }
  // the oldest go
  let over = (await answers.count()) - mostAnswers;
  for (let old = await answers.index("at").openCursor(); old; old = await old.continue()) {
    if (over <= 0 && old.value.at > at - longestAge) break;
    await old.delete();
    over -= 1;
  }
  await transaction.done;
}

function beginning(data: unknown): unknown {
  if (!isList(data)) return data;
  // nothing after a page that is cut: what stands between would be missing
  const long = data.pages.findIndex((page) => Object.values(page).some(isLong));
  const end = long < 0 ? mostPages : Math.min(mostPages, long + 1);
  return { pages: data.pages.slice(0, end).map(cut), pageParams: data.pageParams.slice(0, end) };
}

const isLong = (part: unknown): part is unknown[] => Array.isArray(part) && part.length > mostOfPage;

const cut = (page: object): object =>
  Object.fromEntries(
    Object.entries(page).map(([name, part]) => [name, isLong(part) ? part.slice(0, mostOfPage) : part]),
  );

const isList = (data: unknown): data is InfiniteData<object> =>
  typeof data === "object" && data !== null && "pages" in data && "pageParams" in data;

/** Forgets every answer that holds this: what is gone must not come back without a network. What is shown now is kept anew. */
export const forgetAnswersWith = (id: string): Promise<void> =>
  inTurn(async (database) => {
    const transaction = database.transaction("answers", "readwrite");
    for (let one = await transaction.store.openCursor(); one; one = await one.continue())
      if (JSON.stringify(one.value).includes(id)) await one.delete();
    await transaction.done;
  });

/** Shows what was kept, to be fetched again as soon as it can be; answers for whom and since when, if for anybody. */
export const showSeen = (): Promise<SeenBy | undefined> =>
  inTurn(async (database) => {
    const person = await database.get("person", "me");
    if (!person || person.at < Date.now() - longestAge) return undefined;
    for (const answer of await database.getAll("answers")) show(answer);
    return person;
  });

function show({ key, data, at }: SeenAnswer): void {
  // for as long as the page is open: it can't be fetched again
  queryClient.getQueryCache().build(
    queryClient,
    { queryKey: key, gcTime: Infinity },
    {
      data,
      dataUpdatedAt: at,
      dataUpdateCount: 0,
      error: null,
      errorUpdatedAt: 0,
      errorUpdateCount: 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchMeta: null,
      fetchStatus: "idle",
      isInvalidated: true,
      status: "success",
    },
  );
}

/** The next person at this browser finds nothing. */
export const forgetSeen = (): Promise<void> =>
  inTurn(async (database) => {
    const transaction = database.transaction(["answers", "person"], "readwrite");
    await transaction.objectStore("answers").clear();
    await transaction.objectStore("person").clear();
    await transaction.done;
  });
