import compression from "compression";
import express from "express";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DrawHome } from "./home.ts";

/** Files with a hash in their name for a year; the page itself is asked for each time. */
export function servePages(app: express.Express, folder: string, drawHome: DrawHome): void {
  if (!existsSync(folder)) return;
  const index = join(folder, "index.html");
  app.use(compression());
  app.use(
    "/assets",
    express.static(join(folder, "assets"), { maxAge: "1y", immutable: true, fallthrough: false }),
  );
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.get("/", async (request, response, next) => {
    const drawn = request.accepts("html") && (await drawHome(request));
    if (!drawn) return next();
    // it is somebody's own
    response.set("Cache-Control", "no-store").type("html").send(drawn);
  });
  app.get(/^\/(?!api\/|api$|socket\.io).*/, (request, response, next) => {
    if (!request.accepts("html")) return next();
    response.set("Cache-Control", "no-cache").sendFile(index);
  });
}
