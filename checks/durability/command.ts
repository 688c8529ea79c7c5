import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { channelsApi } from "@meridian/shared/channels";
import { MongoClient } from "mongodb";
import { Company } from "../../e2e/company.ts";
import { bornAt } from "../../server/src/database/folderOwner.ts";
import { choosePort } from "../../server/src/database/spawnMongod.ts";
import { type Check, counted } from "../check.ts";
import { type Entry, Ledger } from "../clients/ledger.ts";
import { Reader, wholeStream } from "../clients/reader.ts";
import { Writer } from "../clients/writer.ts";
import { ClusterCommand } from "../cluster/command.ts";
import { judgeDeliveries } from "../judge/deliveries.ts";
import { judgeWrites } from "../judge/writes.ts";

const programs = ["mongod 1", "mongod 2", "mongod 3", "server A", "server B", "balancer"];

/** Milliseconds: a program that has ended is started again after ten seconds. */
const longestBack = 30_000;

export const K1: Check = {
  id: "K1",
  promise:
    "`npm run cluster`: the primary, each server and the balancer are killed in turn while people write and read through the balancer; what ended comes back, Ctrl-C leaves nothing behind",
  alone: "always",
  run: async ({ note }) => {
    const folder = await mkdtemp(join(tmpdir(), "meridian-check-"));
    let cluster = await ClusterCommand.start(folder, await choosePort(folder));
    try {
      const first = await underFire(cluster, note);
      const pids = await Promise.all(programs.map((name) => cluster.pidOf(name)));
      const code = await cluster.end("SIGINT");
      const left = (await Promise.all(pids.map(bornAt))).filter(Boolean).length;
      note("started again, then killed outright, and started once more");
      cluster = await ClusterCommand.start(folder, cluster.port);
      await cluster.end("SIGKILL");
      cluster = await ClusterCommand.start(folder, cluster.port);
      const [{ token }] = first.people;
      const again = await wholeStream(cluster.url, token, first.channelId);
      return {
        figure: `${first.acked} posts over ${first.waits.length} kills, ${Math.max(...first.waits)} ms without an acknowledgement at most, ${first.expected} deliveries`,
        faults: counted({
          ...first.faults,
          "waits of more than 30 s": first.waits.filter((millis) => millis > longestBack).length,
          "ended with an error": code === 0 ? 0 : 1,
          "programs left running": left,
          "posts missing after the next starts": first.acked - again.length,
        }),
      };
    } finally {
      await cluster.end("SIGINT");
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function underFire(cluster: ClusterCommand, note: (text: string) => void) {
  const { url, folder } = cluster;
  const [, setupToken] = await cluster.untilSaid(/first-run#(\S+)/);
  const company = await Company.found({ url, setupToken: setupToken! });
  const draft = { name: "Fire", about: "", private: false };
  const { id: channelId } = await company.as(company.admin, channelsApi.create, draft);
  const people = [await company.hire("Anna", "Paris"), await company.hire("Bert", "Sydney")] as const;
  const ledger = Ledger.in(folder);
  const shared = { channelId, urls: [url], ledger };
  const readers = Array.from(
    { length: 6 },
    (_, at) => new Reader({ ...shared, name: `reader-${at}`, who: people[at % 2]! }),
  );
  const writers = people.map((who) => new Writer({ ...shared, name: `${who.handle}-key`, who, pause: 100 }));
  const waits: number[] = [];
  for (const name of [await cluster.primary(), "server A", "server B", "balancer"]) {
    waits.push(await kill(cluster, name, writers));
    note(`${name} was killed: ten posts more after ${waits.at(-1)} ms; it is back`);
  }
  await Promise.all(writers.map((writer) => writer.stop()));
  const fresh = await wholeStream(url, company.admin.token, channelId);
  const shows = ({ state, screen }: Reader) => state === "live" && screen.size >= fresh.length;
  for (const until = Date.now() + longestBack; !readers.every(shows) && Date.now() < until;) await sleep(100);
  readers.forEach((reader) => reader.close());
  const entries = await ledger.read();
  const writes = await judgeStored(cluster, entries);
  const { expected, faults } = judgeDeliveries(entries, readers, fresh);
  return { people, channelId, waits, expected, acked: writes.acked, faults: { ...faults, ...writes.faults } };
}

/** Kills one of the programs, and answers once it is back: milliseconds until ten more posts were acknowledged. */
async function kill(cluster: ClusterCommand, name: string, writers: Writer[]): Promise<number> {
  const acked = () => writers.reduce((sum, writer) => sum + writer.acked, 0);
  const [before, from, begun] = [acked(), cluster.said, Date.now()];
  process.kill(await cluster.pidOf(name), "SIGKILL");
  await cluster.untilSaid(new RegExp(`${name} has ended`), from);
  while (acked() < before + 10 && Date.now() <= begun + longestBack) await sleep(20);
  const wait = Date.now() - begun;
  await cluster.untilSaid(new RegExp(`${name} runs again`), from);
  if (name.startsWith("mongod")) await cluster.untilSaid(/is primary now/, from);
  if (name.startsWith("server")) await cluster.untilSaid(new RegExp(`${name} is in the balancer`), from);
  return wait;
}

async function judgeStored(cluster: ClusterCommand, entries: Entry[]) {
  const [, uri] = await cluster.untilSaid(/MONGODB_URI="(\S+)"/);
  const client = await MongoClient.connect(uri!, { readConcernLevel: "majority" });
  try {
    return await judgeWrites(entries, client.db());
  } finally {
    await client.close();
  }
}
