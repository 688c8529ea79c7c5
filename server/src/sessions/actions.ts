import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import type { Credentials, Session, SignedIn } from "@meridian/shared/sessions";
import type { Nothing } from "@meridian/shared/shape";
import type { Request, Response } from "express";
import { type ClientSession, Types } from "mongoose";
import { privateChannelIds } from "../channels/memberships.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { cookieOf } from "../http/cookies.ts";
import type { Exchange } from "../http/serve.ts";
import { callerById } from "../people/access.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { checkPassword } from "../people/passwords.ts";
import { isSuspended, presentMe } from "../people/present.ts";
import { endSessions, sessionById } from "./end.ts";
import { SessionModel, type StoredSession } from "./model.ts";
import { type AccessClaims, accessSeconds, hashToken, sessionIn, type Tokens } from "./tokens.ts";

const sessionDays = 30;
const dayMillis = 86_400_000;
/** Two tabs that refresh at the same moment both get in; later the old token is a stolen one. */
const leewayMillis = 10_000;

/** What people do with their sessions, for one set of signing keys. */
export function sessionActions(tokens: Tokens, secure: boolean) {
  const cookieName = secure ? "__Host-meridian" : "meridian";
  const cookieOptions = { httpOnly: true, sameSite: "strict", secure, path: "/" } as const;

  const setCookie = (response: Response, token: string) =>
    response.cookie(cookieName, token, { ...cookieOptions, maxAge: sessionDays * dayMillis });
  const clearCookie = (response: Response) => response.clearCookie(cookieName, cookieOptions);

  const answer = async (session: StoredSession, person: StoredPerson): Promise<SignedIn> => ({
    accessToken: tokens.signAccess({ personId: String(person._id), sessionId: String(session._id) }),
    expiresIn: accessSeconds,
    me: await meOf(person, String(session._id)),
  });

  /** Opens a session for a person who has shown who they are, and sets its cookie. */
  async function openSession(person: StoredPerson, { request, response }: Exchange): Promise<SignedIn> {
    const _id = new Types.ObjectId();
    const refresh = tokens.firstRefresh(String(_id));
    const now = clock.now();
    const session: StoredSession = {
      _id,
      personId: person._id,
      currentHash: hashToken(refresh),
      previousHash: null,
      rotatedAt: now,
      userAgent: (request.get("user-agent") ?? "").slice(0, 300),
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionDays * dayMillis),
      endedAt: null,
    };
    await transaction(async (its) => {
      await holdPassword(person, its);
      await SessionModel.insertMany([session], { session: its });
    });
    setCookie(response, refresh);
    return answer(session, person);
  }

  async function signIn(_me: null, credentials: Credentials, exchange: Exchange): Promise<SignedIn> {
    const person = await personWith(credentials);
    refuseShutOut(person);
    return openSession(person, exchange);
  }

  /** A new access token for the cookie's refresh token, which is spent by it. An old one ends the session. */
  async function refresh(_me: null, _input: object, { request, response }: Exchange): Promise<SignedIn> {
    const token = cookieOf(request, cookieName);
    const id = token && sessionIn(token);
    const session = id ? await SessionModel.findById(id).lean<StoredSession>() : null;
    if (!token || !session || session.expiresAt <= clock.now()) return signedOut(response);
    if (session.endedAt) return signedOut(response, await whyEnded(session, token));
    const next = tokens.nextRefresh(token);
    const rotated = await SessionModel.updateOne(
      { _id: session._id, currentHash: hashToken(token), endedAt: null },
      {
        $set: {
          currentHash: hashToken(next),
          previousHash: hashToken(token),
          rotatedAt: clock.now(),
          expiresAt: new Date(clock.millis() + sessionDays * dayMillis),
        },
      },
    );
    if (rotated.matchedCount === 0) {
      const now = await SessionModel.findById(session._id).lean<StoredSession>();
      if (!now || now.endedAt || !isJustSpent(now, token)) {
        await endSessions({ _id: session._id });
        return signedOut(response);
      }
    }
    const person = await PersonModel.findById(session.personId).lean<StoredPerson>();
    if (!person) return signedOut(response);
    refuseShutOut(person);
    setCookie(response, next);
    return answer(session, person);
  }

  async function signOut(me: Me, _input: object, { response }: Exchange): Promise<Nothing> {
    await endSessions({ _id: new Types.ObjectId(me.sessionId) });
    clearCookie(response);
    return {};
  }

  async function signOutEverywhere(me: Me, _input: object, { response }: Exchange): Promise<Nothing> {
    await endSessions({ personId: new Types.ObjectId(me.id) });
    clearCookie(response);
    return {};
  }

  /** Who opens a page, by the cookie that it is asked for with: it is looked at, not spent. */
  async function whoOpens(request: Request): Promise<Me> {
    const token = cookieOf(request, cookieName);
    const id = token && sessionIn(token);
    const session = id ? await sessionById(id) : undefined;
    const isItsToken = session && (session.currentHash === hashToken(token!) || isJustSpent(session, token!));
    if (!isItsToken || session.expiresAt <= clock.now())
      throw new AppError("unauthenticated", "Please sign in.");
    return whoIsIn({ personId: String(session.personId), sessionId: String(session._id) });
  }

  const signedOut = (response: Response, why = new AppError("unauthenticated", "Please sign in.")): never => {
    clearCookie(response);
    throw why;
  };

  /** Who a bearer token belongs to now: asked at each call, so that an ended session is ended. */
  const whoIs = async (token: string): Promise<Me> => whoIsIn(tokens.readAccess(token));

  async function whoIsIn({ personId, sessionId }: AccessClaims): Promise<Me> {
    const [session, person, channelIds] = await Promise.all([
      sessionById(sessionId),
      callerById(personId),
      privateChannelIds(personId),
    ]);
    if (!session || session.endedAt || String(session.personId) !== personId || !person)
      throw new AppError("unauthenticated", "Please sign in.");
    refuseShutOut(person);
    return presentMe(person, sessionId, channelIds);
  }

  async function authenticate(request: Request): Promise<Me> {
    const [scheme, token] = (request.get("authorization") ?? "").split(" ");
    if (scheme !== "Bearer" || !token) throw new AppError("unauthenticated", "Please sign in.");
    return whoIs(token);
  }

  return { openSession, signIn, refresh, whoOpens, signOut, signOutEverywhere, whoIs, authenticate };
}

/** Another tab has the token that follows, but only now. */
const isJustSpent = (session: StoredSession, token: string): boolean =>
  session.previousHash === hashToken(token) && clock.millis() - session.rotatedAt.getTime() <= leewayMillis;

/**
 * Holds the password that somebody came in with until their session is there: a change at the same moment comes after it and ends
 * the session, or came before it and this throws `wrong_password`.
 */
async function holdPassword(
  { _id, passwordHash }: Pick<StoredPerson, "_id" | "passwordHash">,
  session: ClientSession,
): Promise<void> {
  // past the model: who they are is as it was, and everybody else stays in memory
  const { matchedCount } = await PersonModel.collection.updateOne(
    { _id, passwordHash },
    { $inc: { rev: 1 } },
    { session },
  );
  if (matchedCount === 0) throw wrongPassword();
}

const wrongPassword = () =>
  new AppError("wrong_password", "The e-mail address or the password is not right.");

/** Whose e-mail address and password these are, whether they may come in or not. Unknown names cost the same time. */
export async function personWith({ email, password }: Credentials): Promise<StoredPerson> {
  const person = await PersonModel.findOne({ email: email.trim().toLowerCase() }).lean<StoredPerson>();
  if (!(await checkPassword(person?.passwordHash, password)) || !person) throw wrongPassword();
  return person;
}

export async function listSessions(me: Me): Promise<{ sessions: Session[] }> {
  const found = await SessionModel.find({ personId: me.id, endedAt: null })
    .sort({ rotatedAt: -1 })
    .limit(100)
    .lean();
  return {
    sessions: found.map((session) => ({
      id: String(session._id),
      current: String(session._id) === me.sessionId,
      userAgent: session.userAgent,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.rotatedAt.toISOString(),
    })),
  };
}

/** Ends one of my sessions; somebody else's is not found. */
export async function endSession(me: Me, { id }: { id: string }): Promise<Nothing> {
  if (!(await SessionModel.exists({ _id: id, personId: me.id }))) {
    throw new AppError("not_found", "There is no such session.");
  }
  await endSessions({ _id: new Types.ObjectId(id) });
  return {};
}

const meOf = async (person: StoredPerson, sessionId: string): Promise<Me> =>
  presentMe(person, sessionId, await privateChannelIds(person._id));

function refuseShutOut(person: StoredPerson): void {
  const refusal = shutOut(person);
  if (refusal) throw refusal;
}

/** Why somebody may not come in, if they may not. */
function shutOut(person: StoredPerson): AppError | undefined {
  if (person.leftAt) return new AppError("deactivated", "This account has been closed.");
  if (!isSuspended(person)) return undefined;
  const { reason, until } = person.suspended!;
  return new AppError("suspended", reason, { until: until?.toISOString() ?? "" });
}

/** Why a session was ended, told to whoever still holds its last token: who is shut out is owed the reason. */
async function whyEnded(session: StoredSession, token: string): Promise<AppError | undefined> {
  if (session.currentHash !== hashToken(token)) return undefined;
  const person = await PersonModel.findById(session.personId).lean<StoredPerson>();
  return person ? shutOut(person) : undefined;
}
