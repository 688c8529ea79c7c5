import type { Stream } from "../../client/src/posts/queries.ts";
import type { Random } from "../random.ts";

/** A list of posts that somebody has open. */
export type Screen = Stream | { kind: "pinned"; id: string };

/** What can be done, and how often beside the others. */
const often = {
  post: 2,
  reply: 2,
  edit: 1,
  remove: 1,
  restore: 1,
  react: 2,
  unreact: 1,
  openThread: 1,
  more: 2,
  read: 1,
  hide: 1,
  unhide: 1,
  lock: 1,
  pin: 1,
  report: 1,
  move: 1,
  save: 1,
  markThread: 1,
  join: 1,
  leave: 1,
  mute: 1,
  bringIn: 1,
  takeOut: 1,
  cut: 1,
  tunnel: 1,
};
export type Verb = keyof typeof often;
const verbs = (Object.keys(often) as Verb[]).flatMap((verb) =>
  Array.from({ length: often[verb] }, () => verb),
);

/** What somebody does; `pick` from 0 to 1 chooses among what they see at that moment. */
export interface Step {
  device: number;
  verb: Verb;
  pick: number;
  /** Milliseconds until the next step begins, done or not. */
  pause: number;
  body: string;
}

export interface Schedule {
  screens: Screen[][];
  steps: Step[];
}

export interface Places {
  channels: string[];
  offices: string[];
  people: string[];
  handles: string[];
}

export function draw(random: Random, devices: number, places: Places): Schedule {
  const screen = (): Screen => {
    const kind = random.of([
      ...(["home", "home", "mentions", "threads", "saved", "channel", "channel"] as const),
      ...(["office", "person", "hashtag", "pinned"] as const),
    ]);
    if (kind === "channel" || kind === "pinned") return { kind, id: random.of(places.channels) };
    if (kind === "office") return { kind, id: random.of(places.offices) };
    if (kind === "person") return { kind, id: random.of(places.people) };
    if (kind === "hashtag") return { kind, id: "launch" };
    return { kind };
  };
  const body = () =>
    random.of(["Plain words", "About #launch", `@${random.of(places.handles)} look here`, "**Bold** #other"]);
  return {
    screens: Array.from({ length: devices }, () => Array.from({ length: random.whole(2, 5) }, screen)),
    steps: Array.from({ length: random.whole(8, 20) }, () => ({
      device: random.whole(0, devices),
      verb: random.of(verbs),
      pick: random.between(0, 1),
      pause: random.between(0, 1) < 0.6 ? 0 : random.between(5, 60),
      body: `${body()} ${random.whole(0, 1_000)}`,
    })),
  };
}
