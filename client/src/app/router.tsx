import { createBrowserRouter, Navigate } from "react-router";
import { loadTexts } from "../lib/language.ts";
import { App } from "./App.tsx";
import { Broken } from "./Broken.tsx";

const Nothing = () => null;

/** Home comes with the first load; every other page when it is opened. */
export const router = createBrowserRouter([
  {
    path: "/first-run",
    HydrateFallback: Nothing,
    lazy: async () => ({ Component: (await import("../company/FirstRun.tsx")).FirstRun }),
  },
  {
    path: "/invitation",
    HydrateFallback: Nothing,
    lazy: async () => ({ Component: (await import("../invitations/Acceptance.tsx")).Acceptance }),
  },
  {
    path: "/",
    Component: App,
    ErrorBoundary: Broken,
    // nothing is loaded before the first paint but what the page itself asks for
    HydrateFallback: Nothing,
    children: [
      { index: true, lazy: async () => ({ Component: (await import("../posts/HomePage.tsx")).HomePage }) },
      {
        path: "mentions",
        lazy: async () => ({ Component: (await import("../posts/MentionsPage.tsx")).MentionsPage }),
      },
      {
        path: "threads",
        lazy: async () => ({ Component: (await import("../posts/ThreadsPage.tsx")).ThreadsPage }),
      },
      {
        path: "saved",
        lazy: async () => ({ Component: (await import("../posts/SavedPage.tsx")).SavedPage }),
      },
      {
        path: "hashtags/:tag",
        lazy: async () => ({ Component: (await import("../posts/HashtagPage.tsx")).HashtagPage }),
      },
      {
        path: "posts/:id",
        lazy: async () => ({ Component: (await import("../posts/ThreadPage.tsx")).ThreadPage }),
      },
      {
        path: "channels",
        lazy: async () => ({ Component: (await import("../channels/ChannelsPage.tsx")).ChannelsPage }),
      },
      {
        path: "channels/:slug",
        lazy: async () => ({ Component: (await import("../channels/ChannelPage.tsx")).ChannelPage }),
      },
      {
        path: "offices/:slug",
        lazy: async () => ({ Component: (await import("../offices/OfficePage.tsx")).OfficePage }),
      },
      {
        path: "people",
        lazy: async () => ({ Component: (await import("../people/DirectoryPage.tsx")).DirectoryPage }),
      },
      {
        path: "people/:handle",
        lazy: async () => ({ Component: (await import("../people/PersonPage.tsx")).PersonPage }),
      },
      {
        path: "settings",
        lazy: async () => ({ Component: (await import("../settings/SettingsPage.tsx")).SettingsPage }),
      },
      {
        path: "notices",
        lazy: async () => {
          const [page] = await Promise.all([import("../notices/NoticesPage.tsx"), loadTexts("notices")]);
          return { Component: page.NoticesPage };
        },
      },
      {
        path: "decisions/:id",
        lazy: async () => {
          const [page] = await Promise.all([import("../notices/DecisionPage.tsx"), loadTexts("notices")]);
          return { Component: page.DecisionPage };
        },
      },
      {
        path: "moderation/:id?",
        handle: { wide: true },
        lazy: async () => {
          const [page] = await Promise.all([import("../moderation/DeskPage.tsx"), loadTexts("desk")]);
          return { Component: page.DeskPage };
        },
      },
      {
        path: "administration",
        handle: { wide: true },
        lazy: async () => {
          const [page] = await Promise.all([
            import("../administration/AdministrationPage.tsx"),
            loadTexts("administration"),
          ]);
          return { Component: page.AdministrationPage };
        },
        children: [
          { index: true, element: <Navigate to="people" replace /> },
          {
            path: "people",
            lazy: async () => ({
              Component: (await import("../administration/PeopleSection.tsx")).PeopleSection,
            }),
          },
          {
            path: "invitations",
            lazy: async () => ({
              Component: (await import("../administration/InvitationsSection.tsx")).InvitationsSection,
            }),
          },
          {
            path: "offices",
            lazy: async () => ({
              Component: (await import("../administration/OfficesSection.tsx")).OfficesSection,
            }),
          },
          {
            path: "channels",
            lazy: async () => ({
              Component: (await import("../administration/ChannelsSection.tsx")).ChannelsSection,
            }),
          },
          {
            path: "rules",
            lazy: async () => {
              const [page] = await Promise.all([
                import("../administration/RulesSection.tsx"),
                loadTexts("rules"),
              ]);
              return { Component: page.RulesSection };
            },
          },
          {
            path: "screening",
            lazy: async () => {
              const [page] = await Promise.all([
                import("../administration/ScreeningSection.tsx"),
                loadTexts("rules"),
              ]);
              return { Component: page.ScreeningSection };
            },
          },
          {
            path: "audit",
            lazy: async () => {
              const [page] = await Promise.all([
                import("../administration/AuditSection.tsx"),
                loadTexts("audit"),
              ]);
              return { Component: page.AuditSection };
            },
          },
          {
            path: "company",
            lazy: async () => ({
              Component: (await import("../administration/CompanySection.tsx")).CompanySection,
            }),
          },
        ],
      },
      { path: "*", lazy: async () => ({ Component: (await import("./NotFound.tsx")).NotFound }) },
    ],
  },
]);
