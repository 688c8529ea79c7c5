import { AppError } from "@meridian/shared/errors";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Scripts and styles from here only, no frames, no sniffing. Styles may be set by React. */
const choose = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "style-src": ["'self'", "'unsafe-inline'"],
      "img-src": ["'self'", "data:", "blob:"],
      "font-src": ["'self'"],
      "connect-src": ["'self'"],
      "manifest-src": ["'self'"],
      "worker-src": ["'self'"],
      "base-uri": ["'none'"],
      "object-src": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  // TLS ends at the proxy, which knows whether it may promise this
  strictTransportSecurity: false,
  referrerPolicy: { policy: "same-origin" },
});

// the same for every answer: chosen once, instead of by a dozen handlers each time
const chosen = new Map<string, string>();
choose(
  {} as IncomingMessage,
  {
    setHeader: (name: string, value: string) => chosen.set(name, value),
    removeHeader: () => {},
  } as unknown as ServerResponse,
  (error) => {
    if (error) throw error as Error;
  },
);

/** Puts them on every answer. */
export function securityHeaders(_request: IncomingMessage, response: ServerResponse, next: () => void): void {
  for (const [name, value] of chosen) response.setHeader(name, value);
  next();
}

/** The same for Socket.IO's own answers, which Express never sees. */
export function secureEngine(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  // Engine.IO runs this for upgrades too, whose response takes no headers
  if (typeof response.setHeader !== "function") return next();
  securityHeaders(request, response, next);
}

/**
 * Refuses changes that a page from elsewhere sends. SameSite=Strict lets through what comes from another subdomain;
 * a browser that tells nothing of this on plain HTTP sends an Origin.
 */
export const refuseOtherSites =
  (allowedOrigin: (origin: string, host: string) => boolean): RequestHandler =>
  (request, _response, next) => {
    const [site, origin] = [request.get("sec-fetch-site"), request.get("origin")];
    const ours = site
      ? site === "same-origin" || site === "none"
      : origin === undefined || allowedOrigin(origin, request.get("host") ?? "");
    if (ours || ["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
    throw new AppError("forbidden", "This has to be done on Meridian's own pages.");
  };
