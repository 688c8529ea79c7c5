import { rooms } from "../live/rooms.ts";
import type { Announce, Step } from "../live/steps.ts";
import { forgetPerson } from "./access.ts";
import type { StoredPerson } from "./model.ts";
import { forgetBrief, presentFrozen, presentPerson } from "./present.ts";

/** What others never see of a person changes without a word. */
const unseen = new Set(["passwordHash", "language", "words", "rev", "mentionsReadAt", "frozen"]);

export const announcePerson: Announce<StoredPerson> = async ({ operation, id, record, touched }) => {
  forgetBrief(id);
  forgetPerson(id);
  if (!record) return [{ step: "disconnect", sockets: rooms.person(id) }];
  const steps: Step[] = [];
  if (operation === "insert" || [...touched].some((field) => !unseen.has(field))) {
    const data = await presentPerson(record);
    steps.push({ step: "tell", type: "person:changed", data, subject: `person:${id}`, to: [rooms.company] });
  }
  if (touched.has("officeId"))
    steps.push({ step: "move", sockets: rooms.person(id), officeId: String(record.officeId) });
  if (touched.has("frozen")) {
    const data = { frozen: presentFrozen(record) };
    steps.push({ step: "tell", type: "me:changed", data, subject: `me:${id}`, to: [rooms.person(id)] });
  }
  if (touched.has("mentionsReadAt")) {
    const data = { channelId: null, lastReadAt: record.mentionsReadAt.toISOString() };
    steps.push({ step: "tell", type: "read:changed", data, subject: `read:${id}`, to: [rooms.person(id)] });
  }
  // their sockets come back into the rooms of what they are now
  if (touched.has("role") || touched.has("leads"))
    steps.push({ step: "disconnect", sockets: rooms.person(id) });
  return steps;
};
