import { invitationsApi } from "@meridian/shared/invitations";
import { peopleApi } from "@meridian/shared/people";
import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { readTable } from "./table.ts";

const server = useServer();
let admin: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
});

const newKey = () => randomBytes(32).toString("base64url");
const tokenOf = ({ link }: { link: string }) => link.split("#")[1]!;

describe("a table of newcomers", () => {
  it.each([
    ["commas", "Zoë,zoe@example.com,London,Design"],
    ["semicolons, as Excel saves it in Paris and Berlin", "Zoë;zoe@example.com;London;Design"],
    ["tabs, as pasted from a spreadsheet", "Zoë\tzoe@example.com\tLondon\tDesign"],
    ["a heading in any order", "\uFEFFStandort;E-Mail;Name;Stelle\r\nLondon;ZOE@example.com;Zoë;Design\r\n"],
    ["quotes", '"Zoë","zoe@example.com","London","Design"'],
    ["spaces around", " Zoë , zoe@example.com , London , Design "],
  ])("is read with %s", (_how, text) => {
    expect(readTable(text)).toMatchObject([
      { name: "Zoë", email: "zoe@example.com", office: "London", job: "Design", problems: [] },
    ]);
  });

  it("counts lines as an editor does, over quoted line ends and empty lines", () => {
    const text = '"A ""B"", C",a@example.com,London\n\n"D\nE",d@example.com,London\nF,f@example.com,London';
    expect(readTable(text).map(({ line, name }) => [line, name])).toEqual([
      [1, 'A "B", C'],
      [3, "D\nE"],
      [5, "F"],
    ]);
  });

  it("is checked line by line, and nothing is made by that", async () => {
    const { url } = server.node;
    const here = await buildPerson();
    const table = [
      "Νίκος Παπαδόπουλος,nikos@example.com,sydney",
      "No Address,,London",
      "Odd Address,not an address,London",
      ",noname@example.com,London",
      "Far Away,far@example.com,Atlantis",
      `Been Here,${here.person.email},London`,
      "Nikos Again,NIKOS@example.com,London",
      "Too,much@example.com,London,Job,more",
    ].join("\n");
    const { lines } = await succeed(url, invitationsApi.checkTable, { table }, admin.token);
    expect(lines.map(({ standing, problems }) => [standing, problems])).toEqual([
      ["new", []],
      ["wrong", ["email"]],
      ["wrong", ["email"]],
      ["wrong", ["name"]],
      ["wrong", ["office"]],
      ["member", []],
      ["wrong", ["twice"]],
      ["wrong", ["columns"]],
    ]);
    const { total } = await succeed(url, invitationsApi.list, { q: "nikos" }, admin.token);
    expect(total).toBe(0);
  });

  it("invites whom it can once, however often it is sent, and answers the same links", async () => {
    const { url } = server.node;
    const key = newKey();
    const table = "Mia,mia@example.com,Berlin,Chemist\nBad,bad,Berlin\nTom,tom@example.com,Sydney";
    const answers = await Promise.all(
      [1, 2, 3].map(() => succeed(url, invitationsApi.inviteTable, { key, table }, admin.token)),
    );
    for (const { invited, lines } of answers) {
      expect(invited).toEqual(answers[0]!.invited);
      expect(invited.map(({ line, email }) => [line, email])).toEqual([
        [1, "mia@example.com"],
        [3, "tom@example.com"],
      ]);
      expect(lines[1]).toMatchObject({ standing: "wrong", problems: ["email"] });
    }
    const { total } = await succeed(url, invitationsApi.list, { q: "mia@" }, admin.token);
    expect(total).toBe(1);
    expect(await AuditModel.countDocuments({ "after.emails": "mia@example.com" })).toBe(1);

    const other = await succeed(url, invitationsApi.inviteTable, { key: newKey(), table }, admin.token);
    expect(other.invited).toEqual([]);
    expect(other.lines.map(({ standing }) => standing)).toEqual(["invited", "wrong", "invited"]);

    const token = tokenOf(answers[0]!.invited[0]!);
    const opened = await succeed(url, invitationsApi.open, { token });
    expect(opened).toMatchObject({ name: "Mia", city: "Berlin" });
    const { me } = await succeed(url, invitationsApi.accept, {
      token,
      name: "Mia Musterfrau",
      handle: "mia",
      password: "correct horse",
    });
    expect(me).toMatchObject({ name: "Mia Musterfrau", job: "Chemist", role: "staff" });
    const late = await succeed(url, invitationsApi.inviteTable, { key, table }, admin.token);
    expect(late.invited.map(({ email }) => email)).toEqual(["tom@example.com"]);
  });

  it("is refused whole when it is too long, and to whoever is no admin", async () => {
    const { url } = server.node;
    const line = (n: number) => `P${n},p${n}@example.com,London`;
    const table = Array.from({ length: 501 }, (_, n) => line(n)).join("\n");
    expect((await request(url, invitationsApi.checkTable, { table }, admin.token)).status).toBe(413);
    const staff = await buildPerson();
    const input = { key: newKey(), table: line(1) };
    expect((await request(url, invitationsApi.inviteTable, input, staff.token)).status).toBe(403);
    const full = await succeed(
      url,
      invitationsApi.inviteTable,
      { key: newKey(), table: Array.from({ length: 500 }, (_, n) => line(n)).join("\n") },
      admin.token,
    );
    expect(full.invited.length).toBe(500);
  });
});

describe("the list of invitations", () => {
  it("comes newest first, in pages, and loses one that is withdrawn", async () => {
    const { url } = server.node;
    const { me } = { me: await succeed(url, peopleApi.me, {}, admin.token) };
    for (const n of [1, 2, 3]) {
      const draft = { email: `page${n}@example.com`, officeId: me.officeId, role: "staff" as const };
      await succeed(url, invitationsApi.create, draft, admin.token);
    }
    const first = await succeed(url, invitationsApi.list, { q: "page", limit: 2 }, admin.token);
    expect(first.invitations.map(({ email }) => email)).toEqual(["page3@example.com", "page2@example.com"]);
    const query = { q: "page", limit: 2, before: first.next! };
    const rest = await succeed(url, invitationsApi.list, query, admin.token);
    expect([rest.total, rest.next, rest.invitations.length]).toEqual([3, null, 1]);
    const { id } = rest.invitations[0]!;
    await succeed(url, invitationsApi.withdraw, { id }, admin.token);
    await succeed(url, invitationsApi.withdraw, { id }, admin.token);
    expect(await AuditModel.countDocuments({ action: "invitation:withdrawn", "target.id": id })).toBe(1);
  });
});
