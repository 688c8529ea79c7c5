import { AppError } from "@meridian/shared/errors";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Headers of every answer: scripts and styles from here only, no frames, no sniffing. Styles may be set by React. */
export const securityHeaders = helmet({
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
