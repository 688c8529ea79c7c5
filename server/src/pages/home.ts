import { AppError } from "@meridian/shared/errors";
import { type DrawnHome, drawnId, type Reader, startApi } from "@meridian/shared/start";
import { postsApi } from "@meridian/shared/posts";
import type { Cursor } from "@meridian/shared/events";
import type { Me } from "@meridian/shared/people";
import { limits } from "@meridian/shared/limits";
import type { Request } from "express";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Logger } from "pino";
import * as z from "zod/mini";
import { showStart } from "../company/start.ts";
import { cookieOf } from "../http/cookies.ts";
import { withinDeadline } from "../http/serve.ts";
import type { Presence } from "../people/presence.ts";
import { homeStream } from "../posts/streams.ts";

/** The client's own components, built for the server (`client/src/app/renderHome.tsx`). */
interface Renderer {
  renderHome: (drawn: DrawnHome, reader: Reader) => { html: string; language: string };
}

/** Milliseconds after which a page without posts is better than one that is still on its way. */
const patience = 1_000;

interface HomeParts {
  /** Where the pages were built; without what draws them nothing is drawn. */
  clientFolder: string;
  /** Throws when it is nobody who may come in. */
  whoOpens: (request: Request) => Promise<Me>;
  presence: Presence;
  position: () => Cursor;
  log: Logger;
}

/** Draws Home into the page that a browser asks for; answers undefined where the page is to be sent as it is. */
export type DrawHome = (request: Request) => Promise<string | undefined>;

/**
 * Home with its first posts in the page itself, for whoever has a session: they are read while
 * a slow phone still loads and runs the code of the page, which takes them over where they stand.
 */
export async function homeDrawing(parts: HomeParts): Promise<DrawHome> {
  const built = join(parts.clientFolder, "../dist-server/renderHome.js");
  if (!existsSync(built)) return async () => undefined;
  const { renderHome } = (await import(pathToFileURL(built).href)) as Renderer;
  const start = showStart(parts.presence);

  const draw = async (request: Request) => {
    const me = await parts.whoOpens(request);
    const position = parts.position();
    const [page, first, home] = await Promise.all([
      readFile(join(parts.clientFolder, "index.html"), "utf8"),
      start(me),
      homeStream(me, { limit: limits.pageSize }),
    ]);
    const drawn = {
      at: Date.now(),
      me,
      start: z.parse(startApi.show.output, first),
      home: z.parse(postsApi.home.output, home),
    };
    const reader = { language: cookieOf(request, "language"), languages: request.acceptsLanguages() };
    const themed = withTheme(page, cookieOf(request, "theme"));
    return fill(themed, renderHome(drawn, reader), drawn, position);
  };

  return async (request) => {
    // a page that is opened: not one that the service worker keeps for everybody who uses the browser
    if (request.get("sec-fetch-dest") !== "document") return undefined;
    try {
      return await withinDeadline(draw(request), patience);
    } catch (err) {
      // whatever it was, the page asks again and says it
      if (!(err instanceof AppError)) parts.log.warn({ err }, "Home could not be drawn");
      return undefined;
    }
  };
}

/** The page in the theme that this browser showed last, without the script that finds it out: the text would wait for it. */
function withTheme(page: string, theme: string | undefined): string {
  if (!["system", "light", "dark"].includes(theme ?? "")) return page;
  const attribute = theme === "system" ? "" : ` data-theme="${theme}"`;
  return page.replace(/<script src="\/theme\.js"[^>]*><\/script>/, "").replace("<html", `<html${attribute}`);
}

/** Puts what was drawn into the page, and what it was drawn from. */
function fill(
  page: string,
  { html, language }: { html: string; language: string },
  drawn: DrawnHome,
  position: Cursor,
): string {
  // no text of anybody's can end the element
  const json = JSON.stringify(drawn).replaceAll("<", "\\u003c");
  const held = `<script type="application/json" id="${drawnId}" data-position="${position}">${json}</script>`;
  // painted in one piece: a browser would lay out each part of it that has come
  const whole = `<link rel="expect" href="#${drawnId}" blocking="render">`;
  return page
    .replace("<head>", () => `<head>${whole}`)
    .replace('lang="en"', () => `lang="${language}"`)
    .replace('<div id="root"></div>', () => `<div id="root">${html}</div>${held}`);
}
