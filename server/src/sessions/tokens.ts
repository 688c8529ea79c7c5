import { AppError } from "@meridian/shared/errors";
import jwt from "jsonwebtoken";
import { createHash, createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { SigningKey } from "../config.ts";

/** How long an access token is good for, in seconds. */
export const accessSeconds = 600;

const tokensRead = 10_000;

const registered = { issuer: "meridian", audience: "meridian" } as const;

export interface AccessClaims {
  personId: string;
  sessionId: string;
}

/** Makes and reads the tokens of sessions. An access token names the person and the session, never a role. */
export class Tokens {
  readonly #keys: { id: string; secret: KeyObject }[];
  /** Tokens that were read before: the same ones come with every call, and their signatures don't change. */
  readonly #read = new Map<string, AccessClaims & { expiresAt: number }>();

  constructor(keys: SigningKey[]) {
    // made once: a string would be tried as each kind of key at every call
    this.#keys = keys.map(({ id, secret }) => ({ id, secret: createSecretKey(secret, "utf8") }));
  }

  signAccess({ personId, sessionId }: AccessClaims): string {
    const key = this.#keys[0]!;
    return jwt.sign({ sid: sessionId, typ: "access" }, key.secret, {
      ...registered,
      algorithm: "HS256",
      subject: personId,
      expiresIn: accessSeconds,
      keyid: key.id,
    });
  }

  /** Throws `unauthenticated` for anything but an access token of ours that is still good. */
  readAccess(token: string): AccessClaims {
    const known = this.#read.get(token);
    if (known && known.expiresAt > Date.now()) return known;
    try {
      const header = jwt.decode(token, { complete: true })?.header;
      const key = this.#keys.find((one) => one.id === header?.kid);
      if (!key || token.length > 2_000) throw new Error("no such key");
      const payload = jwt.verify(token, key.secret, { ...registered, algorithms: ["HS256"] });
      if (typeof payload === "string" || payload["typ"] !== "access" || payload.exp === undefined) {
        throw new Error("not an access token");
      }
      const { sub, sid } = payload as { sub?: unknown; sid?: unknown };
      if (!isId(sub) || !isId(sid)) throw new Error("names nobody");
      if (this.#read.size >= tokensRead) this.#read.clear();
      const claims = { personId: sub, sessionId: sid, expiresAt: payload.exp * 1_000 };
      this.#read.set(token, claims);
      return claims;
    } catch {
      throw new AppError("unauthenticated", "Please sign in.");
    }
  }

  /** The first refresh token of a session: 256 random bits. */
  firstRefresh(sessionId: string): string {
    return `${sessionId}.${randomBytes(32).toString("base64url")}`;
  }

  /**
   * What a refresh token is followed by. Derived, not drawn: two tabs that refresh at once get the same successor,
   * and nobody without our key can foresee it.
   */
  nextRefresh(token: string): string {
    const [sessionId] = token.split(".");
    const next = createHmac("sha256", this.#keys.at(-1)!.secret)
      .update(`refresh ${token}`)
      .digest("base64url");
    return `${sessionId}.${next}`;
  }
}

/** The id of the session in a refresh token; undefined when it is malformed. */
export const sessionIn = (token: string): string | undefined =>
  /^([0-9a-f]{24})\.[A-Za-z0-9_-]{43}$/.exec(token)?.[1];

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

const isId = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{24}$/.test(value);
