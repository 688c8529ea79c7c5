import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutgoingPost } from "./outbox.ts";

export interface Draft {
  body: string;
  channelIds: string[];
}

interface Store extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: OutgoingPost };
}

let opened: Promise<IDBPDatabase<Store>> | undefined;

/** What a person typed, in this browser: drafts, and posts that have not been sent yet. */
export function store(): Promise<IDBPDatabase<Store>> {
  opened ??= openDB<Store>("meridian", 1, {
    upgrade(database) {
      database.createObjectStore("drafts");
      database.createObjectStore("outbox", { keyPath: "key" });
    },
  });
  return opened;
}
