import { type ActOnCase, casesApi } from "@meridian/shared/cases";
import { channelsApi } from "@meridian/shared/channels";
import { companyApi } from "@meridian/shared/company";
import { rulesApi } from "@meridian/shared/companyRules";
import type { EventType } from "@meridian/shared/events";
import { officesApi } from "@meridian/shared/offices";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { type CaseTarget, reportsApi } from "@meridian/shared/reports";
import { threadsApi } from "@meridian/shared/threads";
import type { Company, Colleague } from "./company.ts";
import type { Screen } from "./pages/Screen.ts";
import { expect, test } from "./stories.ts";

interface Scene {
  company: Company;
  reader: Colleague;
  other: Colleague;
  channelId: string;
  slug: string;
  postId: string;
  open: (who: Colleague) => Promise<Screen>;
}

interface Row {
  /** Where the reader looks while it happens. */
  path: (scene: Scene) => string;
  before?: (scene: Scene) => Promise<unknown>;
  happen: (scene: Scene) => Promise<unknown>;
}

let keys = 0;
const post = ({ company, other, channelId }: Scene, body: string) =>
  company.as(other, postsApi.create, {
    key: `event-key-${(keys += 1)}-${Date.now()}`,
    channelIds: [channelId],
    body,
  });

const inChannel = ({ slug }: Scene) => `/channels/${slug}`;

const makeAdmin = ({ company, reader }: Scene) =>
  company.as(company.admin, peopleApi.edit, { id: reader.id, role: "admin" });

async function report({ company }: Scene, who: Colleague, target: CaseTarget): Promise<void> {
  const { rules } = await company.as(company.admin, rulesApi.list, {});
  await company.as(who, reportsApi.report, { target, ruleId: rules[0]!.id, note: "" });
}

/** Decides the newest case about something. */
async function decide(
  { company }: Scene,
  targetId: string,
  act: Pick<ActOnCase, "actions" | "until">,
): Promise<void> {
  const { cases } = await company.as(company.admin, casesApi.list, { order: "newest" });
  const { id, rev } = cases.find((kase) => kase.target.id === targetId)!;
  await company.as(company.admin, casesApi.act, { id, rev, reason: "An event", ...act });
}

/** What makes each event happen, and where it shows. A new event without a row does not compile. */
const rows: { [Type in EventType]: Row } = {
  "post:created": { path: inChannel, happen: (scene) => post(scene, "created while looking") },
  "post:changed": {
    path: inChannel,
    happen: ({ company, other, postId }) => company.as(other, postsApi.edit, { id: postId, body: "changed" }),
  },
  "post:removed": {
    path: inChannel,
    happen: ({ company, other, postId }) => company.as(other, postsApi.remove, { id: postId }),
  },
  "channel:changed": {
    path: inChannel,
    happen: ({ company, other, channelId }) =>
      company.as(other, channelsApi.edit, { id: channelId, about: "new words" }),
  },
  "channel:gone": {
    path: () => "/channels",
    happen: ({ company, other, reader, channelId }) =>
      company.as(other, channelsApi.removeMember, { id: channelId, personId: reader.id }),
  },
  "membership:changed": {
    path: inChannel,
    happen: ({ company, reader, channelId }) =>
      company.as(reader, channelsApi.follow, { id: channelId, muted: true }),
  },
  "read:changed": {
    path: () => "/saved",
    before: (scene) => post(scene, "not read yet"),
    happen: ({ company, reader, channelId }) =>
      company.as(reader, channelsApi.read, { id: channelId, at: new Date().toISOString() }),
  },
  "mark:changed": {
    path: () => "/saved",
    happen: ({ company, reader, postId }) => company.as(reader, threadsApi.save, { id: postId }),
  },
  "office:changed": {
    path: () => "/offices/berlin",
    happen: ({ company }) =>
      company.as(company.admin, officesApi.edit, {
        id: company.officeId("Berlin"),
        workingHours: { days: [1, 2, 3, 4], from: "07:00", to: "15:30" },
      }),
  },
  "company:changed": {
    path: () => "/saved",
    happen: ({ company }) => company.as(company.admin, companyApi.edit, { name: "Halyard & Daughters" }),
  },
  "person:changed": {
    path: ({ other }) => `/people/${other.handle}`,
    happen: ({ company, other }) =>
      company.as(other, peopleApi.edit, { id: other.id, name: "Renamed Person", job: "Something new" }),
  },
  "me:changed": {
    path: inChannel,
    before: (scene) => report(scene, scene.other, { kind: "profile", id: scene.reader.id }),
    happen: (scene) =>
      decide(scene, scene.reader.id, {
        actions: ["freeze"],
        until: new Date(Date.now() + 86_400_000).toISOString(),
      }),
  },
  "case:changed": {
    path: () => "/moderation",
    before: makeAdmin,
    happen: (scene) => report(scene, scene.company.admin, { kind: "profile", id: scene.other.id }),
  },
  "rule:changed": {
    path: () => "/administration/rules",
    before: makeAdmin,
    happen: ({ company }) =>
      company.as(company.admin, rulesApi.create, {
        texts: { en: { title: "A rule that came later", description: "" }, fr: null, de: null },
      }),
  },
  "notice:changed": {
    path: () => "/saved",
    before: (scene) => report(scene, scene.reader, { kind: "profile", id: scene.other.id }),
    happen: (scene) => decide(scene, scene.other.id, { actions: ["dismiss"] }),
  },
  "presence:changed": { path: () => "/offices/vancouver", happen: ({ open, other }) => open(other) },
};

/** All that the page says, but for the clocks, and for the line where this very visit began. */
const words = async ({ page }: Screen) =>
  (await page.locator("#main, [aria-label='Channels and pages']").allInnerTexts())
    .join("\n")
    .replaceAll(/\d\d:\d\d(?!\D*(–|to))|now|\d+ min ago|You stopped here/g, "")
    .replaceAll(/\s*\n\s*/g, "\n");

for (const [type, row] of Object.entries(rows)) {
  test(`the old screen and ${type} together equal a fresh load`, async ({ company, open }) => {
    const name = type.replace(":", " ");
    const reader = await company.hire(`Reader of ${name}`, "Paris");
    const other = await company.hire(`Maker of ${name}`, "Vancouver");
    const channel = await company.as(other, channelsApi.create, {
      name: `About ${name}`,
      about: "",
      private: true,
    });
    await company.as(other, channelsApi.addMember, { id: channel.id, personId: reader.id });
    const scene: Scene = {
      company,
      reader,
      other,
      channelId: channel.id,
      slug: channel.slug,
      postId: "",
      open,
    };
    scene.postId = (await post(scene, "there from the start")).id;
    await row.before?.(scene);

    const old = await open(reader, { path: row.path(scene) });
    await old.page.waitForLoadState("networkidle");
    const before = await words(old);
    await row.happen(scene);
    const now = async () => {
      if (await old.newPosts.isVisible()) await old.newPosts.click();
      return words(old);
    };
    await expect.poll(now).not.toBe(before);
    const fresh = await open(reader, { path: row.path(scene), context: old.page.context() });
    await fresh.page.waitForLoadState("networkidle");
    await expect
      .poll(async () => {
        const [its, other] = [await now(), await words(fresh)];
        return its === other ? "equal" : `${its}\n———\n${other}`;
      })
      .toBe("equal");
  });
}
