import { type Browser, type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { Company, type Colleague, password } from "./company.ts";
import { Server } from "./server.ts";
import { Screen } from "./pages/Screen.ts";

interface Worker {
  company: Company;
}
interface Story {
  /** Opens Meridian as somebody, in a browser of their own with their own zone and language. */
  open: (who: Colleague, options?: OpenOptions) => Promise<Screen>;
}

export interface OpenOptions {
  path?: string;
  locale?: string;
  phone?: boolean;
  dark?: boolean;
  bypassCSP?: boolean;
  /** With the service worker. It fetches every file into each new browser, so only stories about what is kept have it. */
  keeps?: boolean;
  context?: BrowserContext;
}

const locales: Record<string, string> = {
  London: "en-GB",
  Paris: "fr-FR",
  Berlin: "de-DE",
  "New York": "en-US",
  Vancouver: "en-CA",
  Sydney: "en-AU",
};

export const test = base.extend<Story, Worker>({
  company: [
    // Playwright asks for the destructured first argument
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await Server.start();
      await use(await Company.found(server));
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  open: async ({ browser, company }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const context = options.context ?? (await newContext(browser, who, options));
      contexts.push(context);
      const page = await context.newPage();
      failOnPageErrors(page);
      if (!options.context) await signIn(context, company.server.url, who);
      const screen = new Screen(page, company.server.url);
      await screen.goto(options.path ?? "/");
      return screen;
    });
    for (const context of contexts) await context.close().catch(() => {});
  },
});

export { expect };

export const newContext = (browser: Browser, who: Pick<Colleague, "zone" | "city">, options: OpenOptions) =>
  browser.newContext({
    timezoneId: who.zone,
    // names and roles are found by their English texts, unless a story is about another language
    locale: options.locale ?? (locales[who.city]!.startsWith("en") ? locales[who.city]! : "en-GB"),
    colorScheme: options.dark ? "dark" : "light",
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    ...(options.phone && { hasTouch: true, isMobile: true }),
    reducedMotion: "reduce",
    bypassCSP: options.bypassCSP ?? false,
    serviceWorkers: options.keeps ? "allow" : "block",
  });

/** The browser's own session, as the sign-in page would make it. */
export async function signIn(
  context: BrowserContext,
  url: string,
  who: Pick<Colleague, "email">,
): Promise<void> {
  const answer = await context.request.post(`${url}/api/sessions`, { data: { email: who.email, password } });
  expect(answer.ok()).toBe(true);
}

function failOnPageErrors(page: Page): void {
  page.on("pageerror", (error) => {
    throw error;
  });
}
