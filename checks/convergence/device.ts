// The client as it runs in a browser, in a process: its cache, its socket, its commands, told what to do by the check.
import "./page.ts";
import { sessionsApi } from "@meridian/shared/sessions";
import { InfiniteQueryObserver, QueryObserver, type QueryObserverOptions } from "@tanstack/react-query";
import { createElement, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { setTimeout as sleep } from "node:timers/promises";
import { useLive } from "../../client/src/app/useLive.ts";
import { channelsQuery, unreadQuery } from "../../client/src/channels/queries.ts";
import { currentMe, signedIn } from "../../client/src/lib/access.ts";
import { queryClient } from "../../client/src/lib/cache.ts";
import { call } from "../../client/src/lib/call.ts";
import { useConnection } from "../../client/src/lib/connection.ts";
import { forgetPosition } from "../../client/src/lib/position.ts";
import { leavesOut, postsOf, type PostList } from "../../client/src/posts/list.ts";
import { discard, useOutbox } from "../../client/src/posts/outbox.ts";
import type { OutgoingPost } from "../../client/src/posts/store.ts";
import {
  marksQuery,
  pinnedQuery,
  postQuery,
  repliesQuery,
  streamQuery,
} from "../../client/src/posts/queries.ts";
import { password } from "../../e2e/company.ts";
import { commands, type Sight } from "./commands.ts";
import { differences } from "./differences.ts";
import type { DeviceAnswer, DeviceCalls } from "./devices.ts";
import type { Screen } from "./schedule.ts";

const email = process.argv[3]!;
const ready = call(sessionsApi.signIn, { email, password }).then(signedIn);

let busy = true;
let outbox: OutgoingPost[] = [];

function Page() {
  useLive();
  const connection = useConnection();
  const posts = useOutbox();
  useEffect(() => {
    outbox = posts;
    busy = connection !== "live" || posts.some(({ refused }) => refused === null);
  }, [connection, posts]);
  return null;
}

let close: (() => void)[] = [];
let lists: ReturnType<typeof observe>[] = [];

function watch<Data>(options: QueryObserverOptions<Data, Error, Data, Data, string[]>): void {
  close.push(new QueryObserver(queryClient, options).subscribe(() => {}));
}

const observe = (options: ReturnType<typeof streamQuery>) => new InfiniteQueryObserver(queryClient, options);

function watchList(options: ReturnType<typeof streamQuery>): void {
  const list = observe(options);
  close.push(list.subscribe(() => {}));
  lists.push(list);
}

const openScreen = (screen: Screen): void =>
  screen.kind === "pinned" ? watch(pinnedQuery(screen.id)) : watchList(streamQuery(screen));

function openThread(id: string): void {
  watch(postQuery(id));
  watchList(repliesQuery(id));
}

const sight: Sight = {
  posts: () =>
    queryClient.getQueriesData<PostList>({ queryKey: ["posts"] }).flatMap(([, list]) => postsOf(list)),
  me: () => currentMe()!,
  lists: () => lists.map((list) => list.getCurrentResult()),
  openThread,
};

const calls: DeviceCalls = {
  open: async (screens) => {
    await ready;
    close.forEach((end) => end());
    [close, lists, busy] = [[], [], true];
    await Promise.all(outbox.map(({ key }) => discard(key)));
    queryClient.clear();
    forgetPosition();
    watch(channelsQuery);
    watch(unreadQuery);
    watch(marksQuery);
    screens.forEach(openScreen);
    // as a page that is opened does: it listens once it has what it shows
    for (let wait = 0; wait < 60 && queryClient.isFetching() > 0; wait += 1) await sleep(50);
    const root = createRoot(document.createElement("div"));
    root.render(createElement(Page));
    close.push(() => root.unmount());
  },
  act: async (step) => {
    if (step.verb === "cut" || step.verb === "tunnel") return;
    await commands[step.verb](sight, step);
  },
  online: async () => void window.dispatchEvent(new window.Event("online")),
  compare: async () => {
    // a reader who is told that there are newer posts asks for them
    for (const [queryKey, list] of queryClient.getQueriesData<PostList>({ queryKey: ["posts"] }))
      if (leavesOut(list)) void queryClient.resetQueries({ queryKey, exact: true });
    return busy || queryClient.isFetching() > 0 ? null : differences();
  },
};

process.on("message", ({ turn, name, input }: { turn: number; name: keyof DeviceCalls; input: never }) => {
  const say = (answer: DeviceAnswer) => process.send!(answer);
  calls[name](input).then(
    (answer) => say({ turn, answer }),
    (error: unknown) => say({ turn, error: String(error) }),
  );
});
process.once("disconnect", () => process.exit());
