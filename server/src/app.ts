import { AppError } from "@meridian/shared/errors";
import compression from "compression";
import express, { type Request } from "express";
import type { Logger } from "pino";
import type { Metrics } from "./health/metrics.ts";
import type { Readiness } from "./health/readiness.ts";
import { answerError } from "./http/answerError.ts";
import type { RateLimits } from "./http/limits.ts";
import { requestLog } from "./http/requestLog.ts";
import { refuseOtherSites, securityHeaders } from "./http/security.ts";
import { type Routes, withinDeadline } from "./http/serve.ts";
import type { Tail } from "./live/tail.ts";
import type { Me } from "@meridian/shared/people";
import { openApiRoutes } from "./openapi/routes.ts";
import type { DrawHome } from "./pages/home.ts";
import { servePages } from "./pages/serve.ts";
import { showAvatar } from "./people/avatars.ts";
import { uploadAvatar } from "./people/avatarUpload.ts";

interface AppParts {
  routes: Routes;
  authenticate: (request: Request) => Promise<Me>;
  limits: RateLimits;
  tail: Tail;
  log: Logger;
  metrics: Metrics;
  readiness: Readiness;
  publicUrl: () => string;
  trustedProxies: number;
  allowedOrigin: (origin: string, host: string) => boolean;
  /** The built client; absent in development, where Vite serves it. */
  pages: { folder: string; drawHome: DrawHome } | undefined;
}

/** The Express application: health, the API, pictures and the pages. */
export function createApp(parts: AppParts): express.Express {
  const app = express();
  app.disable("x-powered-by");
  // nothing of the API is kept by a browser; files have their own
  app.disable("etag");
  app.set("query parser", "simple");
  app.set("trust proxy", parts.trustedProxies);
  app.use(parts.metrics.timing, securityHeaders, requestLog(parts.log, parts.trustedProxies));

  app.use((_request, response, next) => {
    // who asks next should ask another node
    if (!parts.readiness.checks.staying) response.set("Connection", "close");
    next();
  });
  app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request, response) => {
    response.status(parts.readiness.ready ? 200 : 503).json(parts.readiness.checks);
  });

  app.use("/api", api(parts));
  if (parts.pages) servePages(app, parts.pages.folder, parts.pages.drawHome);
  app.use(() => {
    throw new AppError("not_found", "There is nothing here.");
  });
  app.use(answerError);
  return app;
}

function api({ routes, authenticate, limits, tail, publicUrl, allowedOrigin }: AppParts): express.Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    // from where on a client that reads now has to listen
    if (tail.position) response.setHeader("Meridian-Position", tail.position);
    next();
  });
  router.use(refuseOtherSites(allowedOrigin));
  router.put("/people/:id/avatar", uploadAvatar(authenticate, limits));
  router.use(routes.router);
  router.get("/avatars/:id", async (request, response) => {
    const picture = await withinDeadline(showAvatar(String(request.params["id"])));
    response.set("Cache-Control", "private, max-age=31536000, immutable");
    response.type("image/webp").send(picture);
  });
  router.use(["/openapi.json", "/events.json", "/docs"], compression());
  router.use(openApiRoutes(() => routes.endpoints, publicUrl));
  return router;
}
