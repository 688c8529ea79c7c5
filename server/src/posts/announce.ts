import { privateChannelIds } from "../channels/memberships.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce, Step } from "../live/steps.ts";
import { encloseLate } from "./enclose.ts";
import type { StoredPost } from "./model.ts";
import { isKept, presentPost, presentPostFor, presentTombstone } from "./present.ts";

/** Readers hear the post, or its tombstone; its author alone hears the whole of what moderators took out of sight. */
export const announcePost: Announce<StoredPost> = async ({ operation, id, record: stored, touched }) => {
  const record = stored && operation === "insert" ? await encloseLate(stored) : stored;
  if (!record) return [];
  const subject = `post:${id}`;
  const readers = [record.privateTo ? rooms.channel(String(record.privateTo)) : rooms.company];
  // its channel was made private: nothing about it has changed for those who may still read it
  if (record.state === "visible" && touched.size === 1 && touched.has("privateTo"))
    return [{ step: "confine", subject, to: readers }];
  const type = operation === "insert" ? "post:created" : "post:changed";
  if (record.state === "visible") {
    return [{ step: "tell", type, data: await presentPost(record), subject, to: readers }];
  }
  const steps: Step[] = [];
  const authorId = String(record.authorId);
  const own = isKept(record) && (await stillReads(record)) ? [rooms.person(authorId)] : [];
  // what a screen held was never there for others
  if (operation !== "insert") {
    const data = await presentTombstone(record);
    steps.push({ step: "tell", type: "post:removed", data, subject, to: readers, except: own });
  }
  if (own.length > 0) {
    const data = await presentPostFor({ id: authorId }, record);
    steps.push({ step: "tell", type, data, subject, to: own });
  }
  return steps;
};

/** Whoever was taken out of a private channel hears nothing more of it, not even of their own posts. */
const stillReads = async ({ privateTo, authorId }: StoredPost) =>
  privateTo === null || (await privateChannelIds(authorId)).includes(String(privateTo));
