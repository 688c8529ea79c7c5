import { channelsApi } from "@meridian/shared/channels";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { OfficeModel } from "../offices/model.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { buildChannel, buildCompany, buildPerson, buildPost, buildReport, type Signed } from "./build.ts";
import { succeed } from "./startServer.ts";

/** Everybody who may or may not do something about a case. */
export const names = [
  "nobody",
  "author",
  "staff here",
  "staff elsewhere",
  "member",
  "ex-member",
  "lead here",
  "lead elsewhere",
  "auditor",
  "suspended",
  "reporting admin",
  "admin",
] as const;
export type Name = (typeof names)[number];
export const people = {} as Record<Name, Signed | null>;
export const tokenOf = (name: Name) => people[name]?.token;

export const objects = [
  "a post in Berlin's channel",
  "a post of all",
  "a private post",
  "a profile",
] as const;
export type What = (typeof objects)[number];
interface Snapshot {
  kase: StoredCase;
  post: StoredPost | null;
}
export const snapshots = {} as Record<What, Snapshot>;

/** These people, and a reported object of each kind by the author. */
export async function buildScene(url: string): Promise<void> {
  await buildCompany();
  const berlin = (await OfficeModel.findOne({ city: "Berlin" }).lean())!;
  const sydney = (await OfficeModel.findOne({ city: "Sydney" }).lean())!;
  people["nobody"] = null;
  people["author"] = await buildPerson({ city: "Berlin" });
  people["staff here"] = await buildPerson({ city: "Berlin" });
  people["staff elsewhere"] = await buildPerson({ city: "Sydney" });
  people["member"] = await buildPerson({ city: "Sydney" });
  people["ex-member"] = await buildPerson({ city: "Berlin" });
  people["lead here"] = await buildPerson({ city: "Berlin", leads: [berlin._id] });
  people["lead elsewhere"] = await buildPerson({ city: "Sydney", leads: [sydney._id] });
  people["auditor"] = await buildPerson({ role: "auditor", leads: [berlin._id] });
  people["suspended"] = await buildPerson({ role: "admin", suspended: { until: null, reason: "away" } });
  people["reporting admin"] = await buildPerson({ role: "admin" });
  people["admin"] = await buildPerson({ role: "admin" });
  const author = people["author"];
  const secret = await buildChannel(url, author, { private: true });
  for (const name of ["member", "ex-member", "reporting admin"] as const) {
    await succeed(url, channelsApi.addMember, { id: secret.id, personId: people[name]!.id }, author.token);
  }
  const gone = { id: secret.id, personId: people["ex-member"]!.id };
  await succeed(url, channelsApi.removeMember, gone, author.token);
  const topic = await buildChannel(url, author);
  for (const [what, channelId] of [
    [objects[0], String(berlin.channelId)],
    [objects[1], topic.id],
    [objects[2], secret.id],
  ] as const) {
    const post = await buildPost(url, author, { channelIds: [channelId], body: `canary of ${what}` });
    await buildReport(url, people["reporting admin"], { kind: "post", id: post.id });
    snapshots[what] = await snapshot(post.id);
  }
  await buildReport(url, people["reporting admin"], { kind: "profile", id: author.id });
  snapshots["a profile"] = await snapshot(author.id);
}

const snapshot = async (id: string): Promise<Snapshot> => ({
  kase: (await CaseModel.findOne({ "target.id": id }).lean<StoredCase>())!,
  post: await PostModel.findById(id).lean<StoredPost>(),
});

/** Everything as it was, but for what a test wants otherwise. */
export async function reset(what: What, change: Partial<StoredCase> = {}): Promise<StoredCase> {
  const { kase, post } = snapshots[what];
  const standing = { ...kase, ...change };
  await CaseModel.collection.replaceOne({ _id: kase._id }, standing);
  if (post) await PostModel.collection.replaceOne({ _id: post._id }, post);
  return standing;
}
