import { channelsApi } from "@meridian/shared/channels";
import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Check, counted } from "../check.ts";
import { inWorld, type World } from "../cluster/world.ts";
import { watchMemory } from "./node.ts";
import { interlacedPng } from "./picture.ts";
import { closed, send, sendHalves, sendMessage, type Sending, streamed } from "./sending.ts";

const moreMemory = 50;

/** What is too large, how it is sent, and the answers that are right. */
type Oversized = [what: string, send: () => Promise<number>, answers: number[]];

const levels = (depth: number) => Buffer.from(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);

function oversized({ nodes: [{ url }] }: World, { id, token }: { id: string; token: string }): Oversized[] {
  const manyPixels = interlacedPng(7_000);
  const zipped = gzipSync(Buffer.alloc(100_000_000, " "));
  const headers = { "Content-Type": "application/json" };
  const post = (body: () => ReturnType<NonNullable<Sending["body"]>>, more = {}) =>
    send(url, { method: "POST", path: "/posts", token, headers: { ...headers, ...more }, body });
  const draft = (characters: number, channels = 1) => {
    const channelIds = Array.from({ length: channels }, () => id);
    return Buffer.from(JSON.stringify({ key: "too-large-a-post", channelIds, body: "x".repeat(characters) }));
  };
  const get = (path: string, more = {}) => send(url, { method: "GET", path, token, headers: more });
  const own = allowed({ id, token });
  const sized = { ...own.headers, "Content-Length": "200000000" };
  return [
    ["JSON of 101 KB", () => post(() => draft(101 * 1_024)), [413]],
    ["JSON of 200 MB, streamed", () => post(streamed(200)), [413, closed]],
    ["JSON that unzips to 100 MB", () => post(() => zipped, { "Content-Encoding": "gzip" }), [413]],
    ["60 levels of JSON", () => post(() => levels(60)), [400]],
    ["16,000 levels of JSON", () => post(() => levels(16_000)), [400]],
    ["a post of 10,001 characters", () => post(() => draft(10_001)), [400]],
    ["a post to 3,000 channels", () => post(() => draft(1, 3_000)), [400]],
    ["an address of 20 KB", () => get(`/people?query=${"x".repeat(20_000)}`), [431, closed]],
    ["a header of 20 KB", () => get("/people", { "X-Large": "x".repeat(20_000) }), [431, closed]],
    ["a picture of 200 MB", () => send(url, { ...own, body: streamed(200) }), [413, closed]],
    ["one that says so", () => send(url, { ...own, headers: sized, body: streamed(200) }), [413, closed]],
    ["a picture of 5 MB that is none", () => send(url, allowed({ id, token })), [415]],
    ["a picture of 49 million pixels", () => send(url, { ...own, body: () => manyPixels }), [413]],
    [
      "40 unfinished pictures of strangers",
      () => sendHalves(url, 40, { ...own, token: "nobody" }),
      [401, closed],
    ],
    ["40 unfinished pictures of one person", () => sendHalves(url, 40, own), [closed]],
    ["a message of 65 KB", () => sendMessage(url, token, 65 * 1_024), [closed]],
  ];
}

const allowed = ({ id, token }: { id: string; token: string }): Sending => ({
  method: "PUT",
  path: `/people/${id}/avatar`,
  token,
  headers: { "Content-Type": "image/png" },
  body: streamed(5),
});

const allowedPost = (token: string, channelId: string, n: number): Sending => ({
  method: "POST",
  path: "/posts",
  token,
  headers: { "Content-Type": "application/json" },
  body: () =>
    Buffer.from(JSON.stringify({ key: `allowed-${n}`, channelIds: [channelId], body: "x".repeat(10_000) })),
});

export const O4: Check = {
  id: "O4",
  promise:
    "bodies, messages, posts and pictures that are too large: 413, 400 or an end, 50 MB more at most, nothing left behind",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1 }, async (world) => {
      const [A] = world.nodes;
      const person = await world.company.hire("Lara Large", "Paris");
      const draft = { name: "Large", about: "", private: false };
      const { id: channelId } = await world.company.as(person, channelsApi.create, draft);
      const kinds = oversized(world, person);
      const memory = watchMemory(A);
      // what as many bodies of an allowed size take is no growth
      const rounds = quick ? 1 : 20;
      for (let n = 0; n < 10 * rounds; n += 1) {
        await send(A.url, allowed(person));
        await send(A.url, allowedPost(person.token, channelId, n));
      }
      await sleep(1_000);
      const [before, usual] = [await whatIsThere(world), memory.most()];
      const wrong = new Set<string>();
      const growths: { what: string; more: number }[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        for (const [what, send, answers] of kinds) {
          const status = await send();
          if (!answers.includes(status)) wrong.add(`${what}: answered ${status}`);
          growths.push({ what, more: Math.max(0, memory.most() - usual) });
        }
        note(`${round} of ${rounds} rounds`);
      }
      memory.stop();
      const after = await whatIsThere(world);
      const { what, more } = growths.toSorted((a, b) => b.more - a.more)[0]!;
      return {
        figure: `${growths.length} of ${kinds.length} kinds, ${more.toFixed(0)} MB more than ${usual.toFixed(0)} at most (${what})`,
        faults: [
          ...wrong,
          ...(more > moreMemory ? [`${more.toFixed(0)} MB more memory`] : []),
          ...after.filter((name) => !before.includes(name)).map((name) => `left behind: ${name}`),
          ...counted({ crashes: world.crashes }),
        ],
      };
    }),
};

/** Every file of the nodes, and every collection with how much is in it. */
async function whatIsThere({ folder, database }: World): Promise<string[]> {
  const files = await Promise.all(["server-A", "server-B"].map((name) => readdir(`${folder}/${name}`)));
  const collections = await database.listCollections().toArray();
  const counts = collections.map(
    async ({ name }) => `${name} of ${await database.collection(name).countDocuments()}`,
  );
  return [...files.flat(), ...(await Promise.all(counts))].toSorted();
}
