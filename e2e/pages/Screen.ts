import { drawnId } from "@meridian/shared/start";
import { expect, type Locator, type Page } from "@playwright/test";

/** What one person sees: the words of the tests for the parts of the page. */
export class Screen {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async goto(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await expect(this.page.locator("#main")).toBeVisible();
    await this.settled();
  }

  /** Leads to a page of another title, as Back and Forward would: without loading anew. */
  async lead(path: string): Promise<void> {
    const before = await this.page.title();
    await this.page.evaluate((to) => {
      history.pushState({ key: to, state: null }, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    await expect.poll(() => this.page.title()).not.toBe(before);
    await this.settled();
  }

  async gotoChannel(slug: string): Promise<void> {
    await this.goto(`/channels/${slug}`);
    await this.settled();
  }

  /** Everything that was asked of the server has been answered, in whichever language the page waits for it. */
  async settled(): Promise<void> {
    // what the server has drawn can't be used until the page takes over, from what it was drawn from
    await expect(this.page.locator(`#${drawnId}, #main [inert]`)).toHaveCount(0);
    await expect(this.page.getByText(/^(Loading|Wird geladen |Chargement)…$/)).toHaveCount(0);
  }

  get composer(): Locator {
    // by its mark, since its name is in the language of the page
    return this.page.locator("textarea[data-composer]");
  }

  /** Writes and sends by keyboard. */
  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    // the channels may still be on their way
    await expect(this.page.locator("form", { has: this.composer }).locator("[type=submit]")).toBeEnabled();
    await this.composer.press("Control+Enter");
  }

  /** Answers in the open thread. */
  async reply(text: string): Promise<void> {
    const composer = this.page.getByRole("textbox", { name: "Text of the reply" });
    await composer.fill(text);
    await composer.press("Control+Enter");
  }

  /** The post or reply that holds this text. */
  post(text: string): Locator {
    return this.page.locator("article[data-post]").filter({ hasText: text });
  }

  get outgoing(): Locator {
    return this.page.locator("article[data-outgoing]");
  }

  /** Chooses an entry of a post's menu. */
  async choose(text: string, entry: string): Promise<void> {
    await this.post(text)
      .getByRole("button", { name: /^Actions for/ })
      .click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }

  get newPosts(): Locator {
    return this.page.getByRole("button", { name: /new posts?$/ });
  }

  /** Reads on until a post is there: new ones wait for the reader, unless there was nothing to read before. */
  async readOn(text: string): Promise<void> {
    await expect(async () => {
      if (await this.newPosts.isVisible()) await this.newPosts.click();
      await expect(this.post(text)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
  }

  /** How many posts the sidebar counts as unread in a channel, "" for none. */
  async unread(channel: string): Promise<string> {
    const link = this.page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${channel}`) });
    // what is there now: asked for its text, it may be gone and would be waited for
    const [told = ""] = await link
      .first()
      .getByText(/^\d+ unread$/)
      .allTextContents();
    return told.replace(" unread", "");
  }
}
