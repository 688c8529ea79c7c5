import * as z from "zod/mini";
import { endpoint, openEndpoint } from "./endpoint.ts";
import { Me } from "./people.ts";
import { Id, Instant, Nothing } from "./shape.ts";

/** Answer to signing in. The refresh token travels beside it in an HttpOnly cookie. `expiresIn` is in seconds. */
export const SignedIn = z.strictObject({
  accessToken: z.string(),
  expiresIn: z.int(),
  me: Me,
});
export type SignedIn = z.infer<typeof SignedIn>;

export const Session = z.strictObject({
  id: Id,
  current: z.boolean(),
  userAgent: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant,
});
export type Session = z.infer<typeof Session>;

export const Credentials = z.strictObject({
  email: z.string().check(z.minLength(1), z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(128)),
});
export type Credentials = z.infer<typeof Credentials>;

export const sessionsApi = {
  signIn: openEndpoint("POST", "/sessions", Credentials, SignedIn),
  refresh: openEndpoint("POST", "/sessions/refresh", z.strictObject({}), SignedIn),
  signOut: endpoint("DELETE", "/sessions/current", z.strictObject({}), Nothing),
  list: endpoint("GET", "/sessions", z.strictObject({}), z.strictObject({ sessions: z.array(Session) })),
  /** Signs out everywhere, here included. */
  signOutEverywhere: endpoint("DELETE", "/sessions", z.strictObject({}), Nothing),
  end: endpoint("DELETE", "/sessions/:id", z.strictObject({ id: Id }), Nothing),
};
