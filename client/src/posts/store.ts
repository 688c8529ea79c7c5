import type { ErrorCode } from "@meridian/shared/errors";
import type { DBSchema, IDBPDatabase } from "idb";

/** A post or reply on its way. It leaves the browser's store only when the server has it or its author discards it. */
export interface OutgoingPost {
  /** Unique with the author: however often it is sent, it is there once. */
  key: string;
  personId: string;
  channelIds: string[];
  /** Set for a reply. */
  threadId: string | null;
  body: string;
  createdAt: string;
  /** Why the server refused it; null while it waits. */
  refused: { code: ErrorCode | "offline"; message: string } | null;
}

interface Store extends DBSchema {
  outbox: { key: string; value: OutgoingPost };
}

let opened: Promise<IDBPDatabase<Store>> | undefined;

/** Posts that have not been sent yet, in this browser. */
export async function store(): Promise<IDBPDatabase<Store>> {
  opened ??= open();
  try {
    return await opened;
  } catch (error) {
    // what could not be opened or fetched now is tried again the next time
    opened = undefined;
    throw error;
  }
}

async function open(): Promise<IDBPDatabase<Store>> {
  const { openDB } = await import("idb");
  return openDB<Store>("meridian", 1, {
    upgrade(database) {
      database.createObjectStore("outbox", { keyPath: "key" });
    },
  });
}
