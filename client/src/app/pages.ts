import type { ComponentType } from "react";
import { loadTexts } from "../lib/language.ts";
import type { Part } from "../lib/languages/parts.ts";
import type { Opened, Params } from "../lib/navigation.ts";
import { HomePage } from "../posts/HomePage.tsx";
import { App } from "./App.tsx";
import { Broken } from "./Broken.tsx";

type Load = () => Promise<ComponentType>;

export interface Page {
  /** "/posts/:id"; a last part with "?" may be missing. */
  path: string;
  /** What is drawn, the outer around the inner, each when it is opened. */
  load: Load[];
  /** Texts that only such pages have. */
  texts?: Part[];
  /** Takes the room of the column beside it too. */
  wide?: boolean;
}

const app: Load = async () => App;
const administration: Load = async () =>
  (await import("../administration/AdministrationPage.tsx")).AdministrationPage;

/** A page of somebody who is signed in. */
const page = (path: string, load: Load, more: Partial<Page> = {}): Page => ({
  path,
  load: [app, load],
  ...more,
});

const section = (path: string, load: Load, ...texts: Part[]): Page => ({
  path: `/administration${path}`,
  load: [app, administration, load],
  texts: ["administration", ...texts],
  wide: true,
});

/** Home comes with the first load; every other page when it is opened. */
const pages: readonly Page[] = [
  page("/", async () => HomePage),
  page("/mentions", async () => (await import("../posts/MentionsPage.tsx")).MentionsPage),
  page("/threads", async () => (await import("../posts/ThreadsPage.tsx")).ThreadsPage),
  page("/saved", async () => (await import("../posts/SavedPage.tsx")).SavedPage),
  page("/hashtags/:tag", async () => (await import("../posts/HashtagPage.tsx")).HashtagPage),
  page("/posts/:id", async () => (await import("../posts/ThreadPage.tsx")).ThreadPage),
  page("/channels", async () => (await import("../channels/ChannelsPage.tsx")).ChannelsPage),
  page("/channels/:slug", async () => (await import("../channels/ChannelPage.tsx")).ChannelPage),
  page("/offices/:slug", async () => (await import("../offices/OfficePage.tsx")).OfficePage),
  page("/people", async () => (await import("../people/DirectoryPage.tsx")).DirectoryPage),
  page("/people/:handle", async () => (await import("../people/PersonPage.tsx")).PersonPage),
  page("/settings", async () => (await import("../settings/SettingsPage.tsx")).SettingsPage, {
    texts: ["invitation", "keys"],
  }),
  page("/notices", async () => (await import("../notices/NoticesPage.tsx")).NoticesPage, {
    texts: ["notices"],
  }),
  page("/decisions/:id", async () => (await import("../notices/DecisionPage.tsx")).DecisionPage, {
    texts: ["notices"],
  }),
  page("/moderation/:id?", async () => (await import("../moderation/DeskPage.tsx")).DeskPage, {
    texts: ["desk"],
    wide: true,
  }),
  section("", async () => (await import("../administration/FirstSection.tsx")).FirstSection),
  section("/people", async () => (await import("../administration/PeopleSection.tsx")).PeopleSection),
  section(
    "/invitations",
    async () => (await import("../administration/InvitationsSection.tsx")).InvitationsSection,
    "invitation",
  ),
  section("/offices", async () => (await import("../administration/OfficesSection.tsx")).OfficesSection),
  section("/channels", async () => (await import("../administration/ChannelsSection.tsx")).ChannelsSection),
  section("/rules", async () => (await import("../administration/RulesSection.tsx")).RulesSection, "rules"),
  section(
    "/screening",
    async () => (await import("../administration/ScreeningSection.tsx")).ScreeningSection,
    "rules",
  ),
  section("/audit", async () => (await import("../administration/AuditSection.tsx")).AuditSection, "audit"),
  section("/company", async () => (await import("../administration/CompanySection.tsx")).CompanySection),
  {
    path: "/first-run",
    load: [async () => (await import("../company/FirstRun.tsx")).FirstRun],
    texts: ["invitation"],
  },
  {
    path: "/invitation",
    load: [async () => (await import("../invitations/Acceptance.tsx")).Acceptance],
    texts: ["invitation"],
  },
];

const notFound = page("*", async () => (await import("./NotFound.tsx")).NotFound);

/** Which page a path names, and what it says to it. */
export function pageAt(pathname: string): { page: Page; params: Params } {
  for (const page of pages) {
    const found = patternOf(page.path).exec(pathname);
    if (found) return { page, params: decoded(found.groups ?? {}) };
  }
  return { page: notFound, params: {} };
}

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path.replace(/\/:(\w+)(\??)/g, (_part, name: string, optional: string) => `(?:/(?<${name}>[^/]+))${optional}`)}/?$`,
    "i",
  );

function decoded(groups: Params): Params {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, value && decodeURIComponent(value)]),
    );
  } catch {
    // a lone "%" that somebody typed
    return groups;
  }
}

const parts = new Map<Page, ComponentType[]>();

/** Fetches what the page at a path needs. Where that fails, the page says so. */
export async function openPage(pathname: string): Promise<Opened> {
  const { page, params } = pageAt(pathname);
  try {
    const texts = Promise.all((page.texts ?? []).map(loadTexts));
    parts.set(page, await Promise.all(page.load.map((load) => load())));
    await texts;
  } catch {
    parts.delete(page);
  }
  return { params, wide: page.wide ?? false };
}

/** The components of a page that was opened. */
export const partsOf = (page: Page): ComponentType[] => parts.get(page) ?? [Broken];
