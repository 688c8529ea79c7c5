import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Frames } from "./frames.ts";
import { rooms } from "./rooms.ts";

/** What was sent, a tick after the other: of each frame its rooms and how many events it had. */
let sent: { rooms: string; events: number }[][];
let frames: Frames;

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(1_000);
  sent = [];
  frames = new Frames((held) =>
    sent.push([...held].map(({ to, events }) => ({ rooms: to.join(), events: events.length }))),
  );
});

afterEach(() => void vi.useRealTimers());

const add = (times: number, room = rooms.company) => {
  for (let count = 0; count < times; count += 1)
    frames.add({ type: "company:changed", data: { name: "Meridian", ready: true }, cursor: "" }, [room], []);
};

describe("a tick", () => {
  it("waits for nothing in a quiet moment", () => {
    add(1);
    expect(sent).toEqual([[{ rooms: "company", events: 1 }]]);
  });

  it("brings together what comes right after, a frame for each set of rooms", () => {
    add(1);
    add(2);
    add(1, rooms.person("a"));
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(20);
    expect(sent[1]).toEqual([
      { rooms: "company", events: 2 },
      { rooms: rooms.person("a"), events: 1 },
    ]);
  });

  it("is longer after one that brought much, and short again after one that brought little", () => {
    add(1);
    add(4);
    vi.advanceTimersByTime(20);
    expect(sent).toHaveLength(2);
    add(1);
    vi.advanceTimersByTime(20);
    expect(sent).toHaveLength(2);
    vi.advanceTimersByTime(30);
    expect(sent).toHaveLength(3);
    add(1);
    vi.advanceTimersByTime(20);
    expect(sent).toHaveLength(4);
  });

  it("ends at once when what is held has to go before something else", () => {
    add(1);
    add(2);
    frames.flush();
    frames.flush();
    expect(sent.map((tick) => tick.length)).toEqual([1, 1]);
  });

  it("says nothing of what was dropped", () => {
    add(1);
    add(2);
    frames.clear();
    vi.advanceTimersByTime(20);
    expect(sent).toHaveLength(1);
  });
});
