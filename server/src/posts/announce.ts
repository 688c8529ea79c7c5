import { loadChannels } from "../channels/access.ts";
import { type Room, rooms } from "../live/rooms.ts";
import type { Announce, Step } from "../live/steps.ts";
import type { StoredPost } from "./model.ts";
import { presentPost, presentTombstone, presentWhole } from "./present.ts";

/** Readers hear the post, or its tombstone; of a hidden one its author and its moderators hear the whole. */
export const announcePost: Announce<StoredPost> = async ({ operation, id, record, touched }) => {
  if (!record) return [];
  const subject = `post:${id}`;
  const readers = [record.privateTo ? rooms.channel(String(record.privateTo)) : rooms.company];
  // its channel was made private: nothing about it has changed for those who may still read it
  if (touched.size === 1 && touched.has("privateTo")) return [{ step: "confine", subject, to: readers }];
  if (record.state === "visible") {
    const type = operation === "insert" ? "post:created" : "post:changed";
    return [{ step: "tell", type, data: await presentPost(record), subject, to: readers }];
  }
  const except = record.state === "hidden" ? await moderatorsOf(record) : [];
  const data = await presentTombstone(record);
  const steps: Step[] = [{ step: "tell", type: "post:removed", data, subject, to: readers, except }];
  if (except.length > 0) {
    steps.push({ step: "tell", type: "post:changed", data: await presentWhole(record), subject, to: except });
  }
  return steps;
};

async function moderatorsOf(post: StoredPost): Promise<Room[]> {
  const channels = await loadChannels(post.channelIds);
  const offices = channels.map((channel) => channel.officeId);
  // a lead moderates what stands in their own office's channel only; across several it takes an admin
  const lead = offices.length === 1 && offices[0] ? [rooms.leads(offices[0])] : [];
  return [rooms.person(String(post.authorId)), ...(post.privateTo ? [] : [rooms.admins, ...lead])];
}
