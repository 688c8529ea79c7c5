import { setTimeout as sleep } from "node:timers/promises";
import { type Check, counted } from "../check.ts";
import { Reader, wholeStream } from "../clients/reader.ts";
import { inWorld } from "../cluster/world.ts";
import { startWriters } from "../durability/underFire.ts";

/** Too old, ahead of every clock, of another database, and made up. */
const strange = ["00", "8200000001", "82FFFFFFFF00000001", `82${"F".repeat(60)}`, "ABCDEF", "FF"];

export const R3: Check = {
  id: "R3",
  promise:
    "a place that is too old, of another database or made up: told to fetch anew, and the screen equals a fresh login",
  run: ({ quick }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const fire = await startWriters(world, 4, 20);
      await fire.until(quick ? 100 : 1_000);
      const { admin } = world.company;
      const { channelId, ledger } = fire;
      const readers = world.nodes.flatMap(({ url }, node) =>
        strange.map(
          (cursor, at) =>
            new Reader({ name: `${node}-${at}`, who: admin, channelId, urls: [url], ledger, cursor }),
        ),
      );
      // what is written while they fetch must not fall between
      await fire.until(50);
      await fire.stop();
      for (let wait = 0; wait < 100 && readers.some(({ state }) => state !== "live"); wait += 1)
        await sleep(100);
      await sleep(1_000);
      const fresh = await wholeStream(world.nodes[0].url, admin.token, channelId);
      readers.forEach((reader) => reader.close());
      const differs = ({ screen }: Reader) =>
        screen.size !== fresh.length || fresh.some(({ id, rev }) => screen.get(id) !== rev);
      return {
        figure: `${readers.length} strange places, ${fresh.length} posts`,
        faults: counted({
          "not told to fetch anew": readers.filter(({ counts }) => counts.resyncs === 0).length,
          "screens that differ": readers.filter(differs).length,
          crashes: world.crashes,
        }),
      };
    }),
};
