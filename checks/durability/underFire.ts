import { setTimeout as sleep } from "node:timers/promises";
import { channelsApi } from "@meridian/shared/channels";
import { Ledger } from "../clients/ledger.ts";
import { Writer } from "../clients/writer.ts";
import type { World } from "../cluster/world.ts";

const names = ["anna", "bert", "cleo", "dora", "egon", "faye", "gwen", "hugo"];

let fires = 0;

/** A channel, and so many people who write to it as fast as they are answered. */
export async function startWriters(
  world: World,
  count = names.length,
  pause = 0,
  text = "",
  urls = world.nodes.map(({ url }) => url),
) {
  const { company } = world;
  fires += 1;
  const { id: channelId } = await company.as(company.admin, channelsApi.create, {
    name: `Fire ${fires}`,
    about: "",
    private: false,
  });
  const ledger = Ledger.in(world.folder);
  const writers: Writer[] = [];
  for (const name of names.slice(0, count)) {
    const who = await company.hire(name, "Paris");
    world.keepSignedIn(who);
    writers.push(new Writer({ name: `${who.handle}-key`, who, channelId, urls, ledger, pause, text }));
  }
  const acked = () => writers.reduce((sum, writer) => sum + writer.acked, 0);
  return {
    ledger,
    channelId,
    acked,
    /** Answers once so many more posts were acknowledged; the milliseconds it took, Infinity when it takes too long. */
    async until(more: number, longest = 60_000): Promise<number> {
      const [before, begun] = [acked(), Date.now()];
      while (acked() < before + more) {
        if (Date.now() - begun > longest) return Infinity;
        await sleep(20);
      }
      return Date.now() - begun;
    },
    async stop() {
      await Promise.all(writers.map((writer) => writer.stop()));
    },
  };
}
