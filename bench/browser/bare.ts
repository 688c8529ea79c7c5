import type { Page } from "@playwright/test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves what a page shows now as it is, with its style sheets and without its scripts: the least that a browser has to do. */
export async function serveBare(page: Page): Promise<{ url: string; close: () => void }> {
  const { html, styles } = await page.evaluate(async () => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
    const texts = await Promise.all(sheets.map(async ({ href }) => (await fetch(href)).text()));
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelectorAll("script, link").forEach((element) => element.remove());
    return { html: copy.outerHTML, styles: texts.join("\n") };
  });
  const whole = html.replace("<head>", '<head><link rel="stylesheet" href="/styles.css">');
  const server = createServer((request, response) => {
    const [type, text] = request.url === "/styles.css" ? ["text/css", styles] : ["text/html", whole];
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
