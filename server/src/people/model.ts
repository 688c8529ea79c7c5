import type { Language, Role } from "@meridian/shared/people";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredPerson {
  _id: Types.ObjectId;
  rev: number;
  email: string;
  handle: string;
  name: string;
  /** Lower-case words of name, handle, job and skills, for the directory's search by the start of a word. */
  words: string[];
  officeId: Types.ObjectId;
  zone: string | null;
  job: string;
  /** In lower case, so that one skill is one skill. */
  skills: string[];
  about: string;
  avatar: string | null;
  role: Role;
  leads: Types.ObjectId[];
  language: Language | null;
  /** null: an imported person who has not been given a password yet. */
  passwordHash: string | null;
  /** `caseId`: the decision that it came with. */
  suspended: { until: Date | null; reason: string; caseId?: Types.ObjectId | null } | null;
  frozen: { until: Date; reason: string; ruleId: Types.ObjectId | null; caseId: Types.ObjectId } | null;
  /** They have left the company: no way in, and out of the directory. */
  leftAt: Date | null;
  /** A second account of `into`; not finished while some of what was theirs is still here. Absent: never. */
  merged?: { into: Types.ObjectId; finishedAt: Date | null } | null;
  mentionsReadAt: Date;
  joinedAt: Date;
}

const schema = new Schema<StoredPerson>(
  {
    rev: { type: Number, default: 1 },
    email: { type: String, required: true },
    handle: { type: String, required: true },
    name: { type: String, required: true },
    words: [String],
    officeId: { type: Schema.Types.ObjectId, required: true },
    zone: { type: String, default: null },
    job: { type: String, default: "" },
    skills: [String],
    about: { type: String, default: "" },
    avatar: { type: String, default: null },
    role: { type: String, required: true },
    leads: [Schema.Types.ObjectId],
    language: { type: String, default: null },
    passwordHash: { type: String, default: null },
    suspended: {
      type: new Schema(
        { until: Date, reason: String, caseId: { type: Schema.Types.ObjectId, default: null } },
        { _id: false },
      ),
      default: null,
    },
    frozen: {
      type: new Schema(
        { until: Date, reason: String, ruleId: Schema.Types.ObjectId, caseId: Schema.Types.ObjectId },
        { _id: false },
      ),
      default: null,
    },
    leftAt: { type: Date, default: null },
    merged: {
      type: new Schema({ into: Schema.Types.ObjectId, finishedAt: Date }, { _id: false }),
      default: null,
    },
    mentionsReadAt: { type: Date, required: true },
    joinedAt: { type: Date, required: true },
  },
  { ...strict, collection: "people" },
);
schema.index({ email: 1 }, { unique: true });
schema.index({ handle: 1 }, { unique: true });
// the directory, whole or by office, in the order of names
schema.index({ name: 1, _id: 1 });
schema.index({ officeId: 1, name: 1, _id: 1 });
// the directory's search and completion
schema.index({ words: 1 });
schema.index({ skills: 1, name: 1, _id: 1 });

export const PersonModel = mongoose.model("Person", schema);

/** What the directory's search matches the start of. */
export const wordsOf = (person: Pick<StoredPerson, "name" | "handle" | "job" | "skills">): string[] => [
  ...new Set(
    `${person.name} ${person.handle} ${person.job} ${person.skills.join(" ")}`
      .toLowerCase()
      .split(/[\s._,;/()-]+/u)
      .filter(Boolean),
  ),
];
