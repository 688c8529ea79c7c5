import { request as ask } from "node:http";
import { Manager } from "socket.io-client";
import { beforeAll, describe, expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost, type Signed } from "../test/build.ts";
import { Listener, listenAs, useServer } from "../test/startServer.ts";

const server = useServer();
let author: Signed;
let open: string;

beforeAll(async () => {
  await buildCompany();
  author = await buildPerson({ city: "Sydney" });
  open = (await buildChannel(server.node.url, author)).id;
});

describe("the door of the socket", () => {
  it("refuses forged tokens, and pages from elsewhere before they are upgraded", async () => {
    const { url } = server.node;
    for (const token of ["", "x", author.token.slice(0, -2), `${author.token}x`]) {
      const listener = new Listener(url, token);
      await listener.until((l) => l.states.includes("refused"), "the refusal");
      listener.close();
    }
    for (const origin of ["https://evil.example", "null", url.replace("127.0.0.1", "127.0.0.2")]) {
      expect([origin, await upgradeStatus(url, origin)]).toEqual([origin, 400]);
    }
    expect(await upgradeStatus(url, url)).toBe(101);
    // no other way in
    expect((await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).status).toBe(400);
  });

  it(
    "a connection that doesn't say who it is is closed within ten seconds, and nobody else's",
    { timeout: 10_000 },
    async () => {
      const { url } = server.node;
      const reader = new Listener(url, author.token);
      const stranger = new Manager(url, { transports: ["websocket"], reconnection: false });
      await new Promise<void>((resolve) => {
        stranger.on("close", () => resolve());
        stranger.open();
      });
      expect(reader.states).toEqual(["resync"]);
      reader.close();
    },
  );

  it("survives whatever a stranger sends after it", async () => {
    const { url } = server.node;
    const witness = await listenAs(url, author.token);
    const rude = await listenAs(url, author.token);
    const raw = rude.socket as unknown as { emit: (...values: unknown[]) => void };
    for (const values of [
      ["x"],
      ["events", null],
      ["disconnect2", { a: [1] }, () => {}],
      ["", new Uint8Array(10)],
    ])
      raw.emit(...values);
    raw.emit("big", "x".repeat(100_000));
    const post = await buildPost(url, author, { channelIds: [open] });
    await witness.until(
      (l) => l.heard("post:created").some((one) => one.id === post.id),
      "the witness to hear",
    );
    witness.close();
    rude.close();
  });
});

/** How a page of that origin is answered that wants a socket. */
const upgradeStatus = (url: string, origin: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      origin,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "bWVyaWRpYW4gbWVyaWRpYQ==",
    };
    const call = ask(`${url}/socket.io/?EIO=4&transport=websocket`, { headers });
    call.once("upgrade", ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    call.once("response", ({ statusCode }) => {
      call.destroy();
      resolve(statusCode);
    });
    call.once("error", reject);
    call.end();
  });
