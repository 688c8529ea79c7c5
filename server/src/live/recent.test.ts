import type { ServerEvents } from "@meridian/shared/events";
import { expect, it } from "vitest";
import { Recent } from "./recent.ts";
import { rooms } from "./rooms.ts";

const data: ServerEvents["presence:changed"] = { officeId: "0".repeat(24), online: [] };
const place = (n: number) => `82${String(n).padStart(6, "0")}`;

it("gives what was missed in order, and nothing when that are more than a thousand events", () => {
  const recent = new Recent(place(0));
  for (let n = 1; n <= 1_001; n += 1)
    recent.add(
      { step: "tell", type: "presence:changed", data, subject: `office ${n}`, to: [rooms.company] },
      place(n),
    );
  const mine = new Set([rooms.company]);
  const cursors = recent.since(place(1), mine)?.map(({ cursor }) => cursor);
  expect(cursors).toEqual(Array.from({ length: 1_000 }, (_, at) => place(at + 2)));
  expect(recent.since(place(0), mine)).toBeNull();
  expect(recent.since(place(0), new Set())).toEqual([]);
});
