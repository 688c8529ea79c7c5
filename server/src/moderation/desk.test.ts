import { casesApi, type CasesQuery } from "@meridian/shared/cases";
import { rulesApi } from "@meridian/shared/companyRules";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { newCase, subjectOfPost } from "../cases/open.ts";
import { OfficeModel } from "../offices/model.ts";
import { newPost } from "../posts/actions.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { succeed, useServer } from "../test/startServer.ts";

const server = useServer();
const many = 10_000;
let admin: Signed;
let lead: Signed;
let berlin: { id: string; channelId: string };

beforeAll(async () => {
  ({ admin } = await buildCompany());
  const offices = await OfficeModel.find().lean();
  const office = offices.find(({ city }) => city === "Berlin")!;
  berlin = { id: String(office._id), channelId: String(office.channelId) };
  lead = await buildPerson({ city: "Berlin", leads: [office._id] });
  const authors = await Promise.all(["London", "Berlin", "Sydney"].map((city) => buildPerson({ city })));
  const models = await Promise.all(
    offices.map((one, n) => newCase(subjectOfPost(postBy(authors[n % 3]!, one.channelId, n)), "report")),
  );
  const states: StoredCase["state"][] = ["open", "open", "claimed", "upheld", "dismissed", "appealed"];
  const posts: StoredPost[] = [];
  const cases: StoredCase[] = [];
  for (let n = 0; n < many; n += 1) {
    const post = postBy(authors[n % 3]!, offices[n % 3]!.channelId, n);
    const state = states[Math.floor(n / 3) % states.length]!;
    posts.push(post);
    cases.push({
      ...models[n % 3]!,
      _id: new Types.ObjectId(),
      target: { kind: "post", id: post._id },
      state,
      pendingKey: state === "open" || state === "claimed" ? `post:${String(post._id)}` : null,
      claimedBy: state === "claimed" ? new Types.ObjectId(Math.floor(n / 3) % 4 ? admin.id : lead.id) : null,
      reportCount: 1 + (n % 4),
      // many of one millisecond: the place in the list has to tell them apart
      openedAt: new Date(Date.now() - Math.floor(n / 3) * 60_000),
    });
  }
  await PostModel.insertMany(posts, { lean: true });
  await CaseModel.insertMany(cases, { lean: true });
}, 120_000);

function postBy(author: Signed, channelId: Types.ObjectId, n: number): StoredPost {
  const _id = new Types.ObjectId();
  return newPost(
    { id: author.id, officeId: String(author.person.officeId) },
    {
      _id,
      key: `case-post-${n}-${String(_id)}`,
      body: `Post ${n} that somebody reported. `.repeat(10),
      channelIds: [channelId],
      privateTo: null,
      threadId: _id,
      isReply: false,
      listed: true,
      text: [],
      mentions: [],
      hashtags: [],
    },
  );
}

describe("the desk with ten thousand cases", () => {
  it("opens within 300 ms for 95 of 100, whatever the filter", { timeout: 90_000 }, async () => {
    const { url } = server.node;
    const queries: CasesQuery[] = [
      {},
      { state: "open" },
      { state: "appealed", order: "newest" },
      { state: "all", order: "newest", limit: 100 },
      { officeId: berlin.id },
      { channelId: berlin.channelId },
      { mine: "true" },
      { olderThan: 48 },
      { officeId: berlin.id, state: "claimed", olderThan: 24 },
    ];
    const millis: number[] = [];
    // how long a call takes that asks next to nothing: on a busy machine everything waits
    const idle: number[] = [];
    const timed = async <T>(times: number[], work: Promise<T>) => {
      const began = performance.now();
      const answer = await work;
      times.push(performance.now() - began);
      return answer;
    };
    for (let round = 0; round < 4; round += 1) {
      for (const query of queries) {
        for (const who of [admin, lead]) {
          await timed(idle, succeed(url, rulesApi.list, {}, who.token));
          const { cases } = await timed(millis, succeed(url, casesApi.list, query, who.token));
          expect([query, cases.length > 0]).toEqual([query, true]);
        }
      }
    }
    const at = (times: number[], share: number) =>
      times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1]!;
    const [p95, p95Idle] = [at(millis, 0.95), at(idle, 0.95)];
    process.stdout.write(
      `the desk of ${many} cases: p50 ${at(millis, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; ` +
        `the company's rules: p95 ${p95Idle.toFixed(0)} ms\n`,
    );
    expect(p95).toBeLessThanOrEqual(Math.max(300, 10 * p95Idle));
  });

  it("is read to its end without missing or repeating a case, and shows a lead their office's only", async () => {
    const { url } = server.node;
    const seen: string[] = [];
    for (let after: string | undefined, turn = 0; turn === 0 || after; turn += 1) {
      const query = { officeId: berlin.id, limit: 100, ...(after && { after }) };
      const page = await succeed(url, casesApi.list, query, lead.token);
      expect(page.cases.every((row) => row.careOf === berlin.id)).toBe(true);
      seen.push(...page.cases.map(({ id }) => id));
      after = page.next ?? undefined;
    }
    const pending = {
      careOf: new Types.ObjectId(berlin.id),
      state: { $in: ["open", "claimed"] as StoredCase["state"][] },
    };
    expect([seen.length, new Set(seen).size]).toEqual([await CaseModel.countDocuments(pending), seen.length]);
    const { counts } = await succeed(url, casesApi.list, { limit: 1 }, lead.token);
    expect(counts.open + counts.claimed).toBe(seen.length);
  });

  it("asks an index for each of its lists", async () => {
    const plans = await Promise.all(
      [
        { state: { $in: ["open", "claimed"] } },
        { careOf: new Types.ObjectId(berlin.id), state: { $in: ["open", "claimed"] } },
        { officeId: new Types.ObjectId(berlin.id), state: "open" },
        { channelIds: new Types.ObjectId(berlin.channelId), state: "open" },
        { claimedBy: new Types.ObjectId(admin.id), state: "claimed" },
      ].map((filter) =>
        CaseModel.collection.find(filter).sort({ openedAt: 1, _id: 1 }).limit(31).explain("executionStats"),
      ),
    );
    const examined = plans.map((plan) => plan["executionStats"].totalDocsExamined as number);
    expect(examined.filter((documents) => documents > 40)).toEqual([]);
  });
});
