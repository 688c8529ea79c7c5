import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { announceChannel, announceMembership } from "./channels/announce.ts";
import { createApp } from "./app.ts";
import { announceCompany } from "./company/actions.ts";
import { SetupLink } from "./company/firstRun.ts";
import type { Config } from "./config.ts";
import { trustWhile } from "./database/remembered.ts";
import { Metrics } from "./health/metrics.ts";
import { Readiness } from "./health/readiness.ts";
import { RateLimits } from "./http/limits.ts";
import { secureEngine } from "./http/security.ts";
import { Routes } from "./http/serve.ts";
import { Sockets } from "./live/sockets.ts";
import { type Announcers, Tail } from "./live/tail.ts";
import { announceCase } from "./moderation/announce.ts";
import { Keeper } from "./moderation/keeper.ts";
import { announceNotice } from "./notices/actions.ts";
import { announceOffice } from "./offices/announce.ts";
import { announcePerson } from "./people/announce.ts";
import { homeDrawing } from "./pages/home.ts";
import { Presence } from "./people/presence.ts";
import { announcePost } from "./posts/announce.ts";
import { refreshing, refreshingNames } from "./posts/newest.ts";
import { announceMark } from "./posts/marks.ts";
import { announceRule } from "./rules/actions.ts";
import { serveAll } from "./routes.ts";
import { announceScreen } from "./screening/screens.ts";
import { sessionActions } from "./sessions/actions.ts";
import { announceSession } from "./sessions/end.ts";
import { Tokens } from "./sessions/tokens.ts";

/** What each collection's changes mean for those who listen. */
const announcers: Announcers = {
  company: announceCompany,
  people: refreshingNames(announcePerson),
  offices: announceOffice,
  channels: announceChannel,
  memberships: announceMembership,
  posts: refreshing(announcePost),
  marks: announceMark,
  sessions: announceSession,
  rules: announceRule,
  cases: announceCase,
  notices: announceNotice,
  screens: announceScreen,
  deskSettings: announceScreen,
};

/** A server that is up: one of perhaps several on the same database. */
export interface RunningNode {
  /** Where it answers, without a slash at the end. */
  url: string;
  setupToken: string;
  routes: Routes;
  sockets: Sockets;
  metrics: Metrics;
  /**
   * For `drain` milliseconds it only says that it is not ready, so that a balancer sends nobody here any more. Then requests
   * end, sockets go elsewhere, and nothing is left.
   */
  stop(drain?: number): Promise<void>;
}

type NodeConfig = Pick<Config, "port" | "host" | "publicUrl" | "keys" | "rateLimits" | "trustedProxies">;

/** Starts a server on a connected database. Resolves once it follows the change stream and listens. */
export async function startNode(
  config: NodeConfig,
  log: Logger,
  clientFolder?: string,
): Promise<RunningNode> {
  // Longer than balancers keep an idle connection, which is a minute: else they would send on one that is just being closed.
  const server = createServer({ keepAliveTimeout: 65_000 });
  const tokens = new Tokens(config.keys);
  const sessions = sessionActions(tokens, config.publicUrl?.startsWith("https:") ?? false);
  const limits = new RateLimits(config.rateLimits);
  const setup = new SetupLink(config.keys[0]!);
  const routes = new Routes(sessions.authenticate);

  let url = "";
  const publicUrl = () => config.publicUrl ?? url;
  const allowedOrigin = (origin: string, host: string) =>
    origin === publicUrl() || origin === `http://${host}`;
  const sockets = new Sockets({
    server,
    whoIs: sessions.whoIs,
    allowedOrigin,
    log,
  });
  sockets.io.engine.use(secureEngine);
  const presence = new Presence(sockets, log);
  const metrics = new Metrics();
  const tail = new Tail(announcers, sockets, log, metrics.lagged);
  const readiness = new Readiness(() => tail.following);
  metrics.watch(tail, sockets, () => readiness.ready);
  serveAll(routes, { sessions, presence, limits, setup, publicUrl });

  const { authenticate } = sessions;
  const { trustedProxies } = config;
  const { whoOpens } = sessions;
  const position = () => tail.position;
  const pages = clientFolder
    ? {
        folder: clientFolder,
        drawHome: await homeDrawing({ clientFolder, whoOpens, presence, position, log }),
      }
    : undefined;
  server.on(
    "request",
    createApp({
      routes,
      authenticate,
      limits,
      tail,
      log,
      metrics,
      readiness,
      publicUrl,
      trustedProxies,
      allowedOrigin,
      pages,
    }),
  );

  await tail.start();
  await readiness.start();
  const stopTrusting = trustWhile(() => tail.following);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${(server.address() as AddressInfo).port}`;
  presence.start();
  const keeper = new Keeper(log);
  keeper.start();

  return {
    url,
    setupToken: setup.token,
    routes,
    sockets,
    metrics,
    async stop(drain = 0) {
      readiness.leave();
      await sleep(drain);
      const closed = new Promise((resolve) => server.close(resolve));
      keeper.stop();
      await sockets.close();
      stopTrusting();
      readiness.stop();
      await Promise.all([presence.stop(), tail.stop()]);
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(late);
    },
  };
}
