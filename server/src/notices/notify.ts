import { type ClientSession, Types } from "mongoose";
import { clock } from "../clock.ts";
import { NoticeModel, type StoredNotice } from "./model.ts";

export type Telling = Pick<StoredNotice, "personId" | "kind"> &
  Partial<Omit<StoredNotice, "_id" | "at" | "readAt">>;

/** Tells people, in the transaction of what they are told about. */
export async function notify(session: ClientSession, tellings: Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const at = clock.now();
  await NoticeModel.insertMany(
    tellings.map((telling) => ({
      _id: new Types.ObjectId(),
      at,
      readAt: null,
      caseId: null,
      reportId: null,
      postId: null,
      ruleId: null,
      reason: null,
      actions: [],
      until: null,
      outcome: null,
      ...telling,
    })),
    { session },
  );
}
