import { peopleApi, type Role } from "@meridian/shared/people";
import { officesApi } from "@meridian/shared/offices";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
});

describe("the directory", () => {
  it("finds people whose name, handle, job or skill has a word that starts so, and no one else", async () => {
    const { url } = server.node;
    const zoe = await buildPerson({ name: "Zoë Prieur", job: "Designer" });
    await buildPerson({ name: "Oprah Pa", job: "Zither player" });
    await succeed(
      url,
      peopleApi.edit,
      { id: zoe.id, job: "Chief Designer", skills: ["Typography", "typography"] },
      zoe.token,
    );
    for (const [q, found] of [
      ["pri", ["Zoë Prieur"]],
      ["zoë chief", ["Zoë Prieur"]],
      ["typo", ["Zoë Prieur"]],
      ["rieur", []],
    ] as const) {
      const { people } = await succeed(url, peopleApi.list, { q }, admin.token);
      expect([q, people.map((person) => person.name)]).toEqual([q, found]);
    }
    const bySkill = await succeed(url, peopleApi.list, { skill: "TYPOGRAPHY" }, admin.token);
    expect(bySkill).toMatchObject({ total: 1, people: [{ skills: ["typography"] }] });
  });

  it("comes in pages that miss no one and repeat no one", async () => {
    const { url } = server.node;
    await Promise.all(Array.from({ length: 12 }, () => buildPerson({ name: "Same Name" })));
    const seen: string[] = [];
    for (let after: string | undefined, turns = 0; turns === 0 || after; turns += 1) {
      const page = await succeed(url, peopleApi.list, { limit: 5, ...(after && { after }) }, admin.token);
      seen.push(...page.people.map((person) => person.id));
      after = page.next ?? undefined;
    }
    const { total } = await succeed(url, peopleApi.list, { limit: 1 }, admin.token);
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
  });
});

describe("a profile", () => {
  it("is changed by its owner, heard by everybody, and gives no one a role", async () => {
    const { url } = server.node;
    const [me, other] = [await buildPerson(), await buildPerson()];
    const listener = await listenAs(url, other.token);
    await succeed(
      url,
      peopleApi.edit,
      { id: me.id, name: "Ανδρέας Παπαδόπουλος", zone: "Pacific/Auckland" },
      me.token,
    );
    await listener.until((l) => l.heard("person:changed").some((one) => one.zone === "Pacific/Auckland"));
    expect((await request(url, peopleApi.edit, { id: me.id, role: "admin" }, me.token)).status).toBe(403);
    expect((await request(url, peopleApi.edit, { id: other.id, name: "X" }, me.token)).status).toBe(403);
    expect((await request(url, peopleApi.edit, { id: me.id, zone: "Mars/Base" }, me.token)).status).toBe(400);
    const taken = await request(url, peopleApi.edit, { id: me.id, handle: other.person.handle }, me.token);
    expect(taken).toMatchObject({ status: 409, body: { fields: { handle: expect.any(String) } } });
    const { offices } = await succeed(url, officesApi.list, {}, me.token);
    expect(
      (await request(url, peopleApi.edit, { id: me.id, handle: offices[0]!.slug }, me.token)).status,
    ).toBe(409);
    listener.close();
  });

  it("keeps an admin an admin until another one takes the role from them", async () => {
    const { url } = server.node;
    const edit = (given: { role: Role; about?: string }, token: string) =>
      request(url, peopleApi.edit, { id: admin.id, ...given }, token);
    for (const role of ["staff", "auditor"] as const)
      expect([role, (await edit({ role }, admin.token)).status]).toEqual([role, 403]);
    expect((await edit({ role: "admin", about: "Still here" }, admin.token)).status).toBe(200);
    const second = await buildPerson({ role: "admin" });
    expect((await edit({ role: "auditor" }, second.token)).status).toBe(200);
    await succeed(url, peopleApi.edit, { id: admin.id, role: "admin" }, second.token);
  });

  it("takes a picture, square, without what the camera wrote into it, and nothing that is none", async () => {
    const { url } = server.node;
    const me = await buildPerson();
    const put = (body: Buffer, type = "image/jpeg", id = me.id) =>
      fetch(`${url}/api/people/${id}/avatar`, {
        method: "PUT",
        headers: { Authorization: `Bearer ${me.token}`, "Content-Type": type },
        body: new Uint8Array(body),
      });
    const camera = await sharp({ create: { width: 900, height: 400, channels: 3, background: "teal" } })
      .withExif({ IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .jpeg()
      .toBuffer();
    const { avatar } = (await (await put(camera)).json()) as { avatar: string };
    const picture = await fetch(`${url}/api/avatars/${avatar}`);
    expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
    const shown = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
    expect(shown).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect(shown.exif).toBeUndefined();

    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
    expect((await put(svg, "image/svg+xml")).status).toBe(415);
    expect((await put(Buffer.from("not a picture"))).status).toBe(415);
    expect((await put(Buffer.alloc(5_100_000))).status).toBe(413);
    expect((await put(camera, "text/plain")).status).toBe(415);
    expect((await put(camera, "image/jpeg", admin.id)).status).toBe(403);
    expect((await put(camera, "image/jpeg", "nobody")).status).toBe(404);
    for (const id of ["x", "../../etc/passwd", "0".repeat(32)]) {
      expect((await fetch(`${url}/api/avatars/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });
});
