import { AppError } from "@meridian/shared/errors";
import { limits as sizes } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import express, { type Request, type RequestHandler, type Response } from "express";
import type { RateLimits } from "../http/limits.ts";
import { withinDeadline } from "../http/serve.ts";
import { setAvatar } from "./avatars.ts";

const raw = express.raw({ type: "image/*", limit: sizes.avatarBytes });

const readPicture = (request: Request, response: Response) =>
  new Promise<void>((resolve, reject) => {
    raw(request, response, (error?: Error | "route" | "router") => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });

/**
 * Takes a picture as it is. It is held in memory, so who sends it is asked before it is read, and each person has one on its way:
 * a newer one ends an older one.
 */
export function uploadAvatar(
  authenticate: (request: Request) => Promise<Me>,
  limits: RateLimits,
): RequestHandler {
  const underWay = new Map<string, Request>();
  return async (request, response) => {
    const me = await withinDeadline(authenticate(request));
    await withinDeadline(limits.take("file", me.id, { request, response }));
    const { id } = request.params;
    if (typeof id !== "string" || !/^[0-9a-f]{24}$/.test(id))
      throw new AppError("not_found", "There is no such person.");
    underWay.get(me.id)?.destroy();
    underWay.set(me.id, request);
    try {
      await readPicture(request, response);
      if (!Buffer.isBuffer(request.body)) throw new AppError("unsupported_media", "Send a picture.");
      response.json(await withinDeadline(setAvatar(me, id, request.body)));
    } finally {
      if (underWay.get(me.id) === request) underWay.delete(me.id);
    }
  };
}
