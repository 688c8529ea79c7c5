import { casesApi, type CaseRow } from "@meridian/shared/cases";
import { noticesApi } from "@meridian/shared/notices";
import { OfficeModel } from "../offices/model.ts";
import { buildCompany, buildPerson, buildPost, buildReport, type Signed } from "./build.ts";
import { type Answer, request, succeed, type TestServer } from "./startServer.ts";

/** The people of a small desk: two admins, a lead in Berlin, and staff there and in Sydney. */
export interface Desk {
  admin: Signed;
  second: Signed;
  lead: Signed;
  author: Signed;
  reader: Signed;
  berlin: { id: string; channelId: string };
}

export async function buildDesk(): Promise<Desk> {
  const { admin } = await buildCompany();
  const office = (await OfficeModel.findOne({ city: "Berlin" }).lean())!;
  return {
    admin,
    second: await buildPerson({ role: "admin" }),
    lead: await buildPerson({ city: "Berlin", leads: [office._id] }),
    author: await buildPerson({ city: "Berlin" }),
    reader: await buildPerson({ city: "Sydney" }),
    berlin: { id: String(office._id), channelId: String(office.channelId) },
  };
}

/** The newest case about a target, as a moderator's list shows it. */
export async function caseAbout({ node }: TestServer, targetId: string, as: Signed): Promise<CaseRow> {
  const query = { state: "all" as const, order: "newest" as const };
  const { cases } = await succeed(node.url, casesApi.list, query, as.token);
  return cases.find(({ target }) => target.id === targetId)!;
}

/** A post in Berlin's channel that somebody reported, and its case. */
export async function buildReported(
  server: TestServer,
  { author, reader, lead, berlin }: Desk,
  body?: string,
) {
  const { url } = server.node;
  const post = await buildPost(url, author, { channelIds: [berlin.channelId], ...(body && { body }) });
  await buildReport(url, reader, { kind: "post", id: post.id }, "please look");
  return { post, kase: await caseAbout(server, post.id, lead) };
}

/** Decides a case as somebody would who saw it like this. */
export const act = (
  { node }: TestServer,
  me: Signed,
  { id, rev }: { id: string; rev: number },
  actions: string[],
  more: object = {},
): Promise<Answer<CaseRow>> =>
  request(
    node.url,
    casesApi.act,
    { id, rev, actions: actions as never, reason: "it hurts", ...more },
    me.token,
  );

/** What somebody was told, newest first: "decision", "reportOutcome upheld". */
export async function kindsOf({ node }: TestServer, who: Signed): Promise<string[]> {
  const { notices } = await succeed(node.url, noticesApi.list, {}, who.token);
  return notices.map(({ kind, outcome }) => (outcome ? `${kind} ${outcome}` : kind));
}
