import { peopleApi } from "@meridian/shared/people";
import mongoose from "mongoose";
import { request as ask } from "node:http";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let person: Signed;

beforeAll(async () => {
  await buildCompany();
  person = await buildPerson();
});

/** Begins to send a picture of 1 MB; the status of the answer, "closed" when there is none. */
function begin(token: string, picture?: Buffer): Promise<number | "closed"> {
  const headers = { "Content-Type": "image/png", Authorization: `Bearer ${token}` };
  const length = { "Content-Length": String(picture?.length ?? 1_000_000) };
  const asking = ask(`${server.node.url}/api/people/${person.id}/avatar`, {
    method: "PUT",
    headers: { ...headers, ...length },
  });
  asking.write(picture ?? Buffer.alloc(1_000));
  return new Promise((resolve) => {
    asking.once("response", ({ statusCode }) => {
      resolve(statusCode!);
      asking.destroy();
    });
    asking.once("error", () => resolve("closed"));
  });
}

it("a stranger is refused before their picture is read", async () => {
  expect(await begin("nobody")).toBe(401);
});

it("of two pictures of one person the newer one ends the older, which stopped on its way", async () => {
  const older = begin(person.token);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const size = { width: 20, height: 20, channels: 3, background: "teal" } as const;
  const picture = await sharp({ create: size }).png().toBuffer();
  expect(await begin(person.token, picture)).toBe(200);
  expect(await older).toBe("closed");
});

it("of pictures that come at once over two servers the last one stays, and no other", async () => {
  const other = await server.startAnother();
  const { id, token } = await buildPerson();
  const size = { width: 20, height: 20, channels: 3, background: "teal" } as const;
  const body = new Uint8Array(await sharp({ create: size }).png().toBuffer());
  const headers = { "Content-Type": "image/png", Authorization: `Bearer ${token}` };
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(
      [server.node, other].map(({ url }) =>
        fetch(`${url}/api/people/${id}/avatar`, { method: "PUT", headers, body }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { avatar } = await succeed(server.node.url, peopleApi.me, {}, token);
    const avatars = mongoose.connection.db!.collection<{ _id: string }>("avatars");
    const stored = await avatars.find({ personId: new mongoose.Types.ObjectId(id) }).toArray();
    expect([round, stored.map(({ _id }) => _id)]).toEqual([round, [avatar]]);
  }
});

it("a picture that would have to be held as a whole has ten million pixels at most", async () => {
  const size = { width: 4_000, height: 3_000, channels: 3, background: "teal" } as const;
  const picture = sharp({ create: size });
  expect(await begin(person.token, await picture.png({ progressive: true }).toBuffer())).toBe(413);
  expect(await begin(person.token, await picture.png({ progressive: false }).toBuffer())).toBe(200);
});
