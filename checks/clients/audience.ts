import { setTimeout as sleep } from "node:timers/promises";
import type { Colleague } from "../../e2e/company.ts";
import type { World } from "../cluster/world.ts";
import type { Ledger } from "./ledger.ts";
import { Reader, wholeStream } from "./reader.ts";

interface AudienceOptions {
  count: number;
  /** Which addresses reader number `at` tries, the first one first. */
  urls: (at: number) => string[];
  channelId: string;
  ledger: Ledger;
}

/** Several devices of a few people who read one channel; answers once all of them are live. */
export async function startAudience(world: World, { count, urls, channelId, ledger }: AudienceOptions) {
  const people: Colleague[] = [];
  for (const name of ["Rita Reader", "Rolf Reader", "Ruth Reader", "Remi Reader"])
    people.push(await world.company.hire(name, "Berlin"));
  world.keepSignedIn(...people);
  const readers = Array.from({ length: count }, (_, at) => {
    const who = people[at % people.length]!;
    return new Reader({ name: `reader-${at}`, who, channelId, urls: urls(at), ledger });
  });
  const allLive = async (longest = 60_000): Promise<number> => {
    const until = Date.now() + longest;
    while (Date.now() < until && readers.some(({ state }) => state !== "live")) await sleep(50);
    return readers.filter(({ state }) => state !== "live").length;
  };
  await allLive();
  return {
    readers,
    allLive,
    /** Once every screen shows as much as a fresh login does, or after so many milliseconds; that fresh login. */
    async quiet(longest = 30_000) {
      const node = world.nodes.find(({ program }) => program.runs)!;
      const fresh = await wholeStream(node.url, world.company.admin.token, channelId);
      const until = Date.now() + longest;
      while (Date.now() < until && readers.some(({ screen }) => screen.size < fresh.length)) await sleep(100);
      await sleep(500);
      return fresh;
    },
    close: () => readers.forEach((reader) => reader.close()),
  };
}
