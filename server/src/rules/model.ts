import type { Rule } from "@meridian/shared/companyRules";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredRule {
  _id: Types.ObjectId;
  rev: number;
  texts: Rule["texts"];
  position: number;
  active: boolean;
}

const text = { type: new Schema({ title: String, description: String }, { _id: false }), default: null };
const schema = new Schema<StoredRule>(
  {
    rev: { type: Number, default: 1 },
    texts: { type: new Schema({ en: text, fr: text, de: text }, { _id: false }), required: true },
    position: { type: Number, required: true },
    active: { type: Boolean, default: true },
  },
  { ...strict, collection: "rules", minimize: false },
);

export const RuleModel = mongoose.model("Rule", schema);

export const presentRule = ({ _id, rev, texts, position, active }: StoredRule): Rule => ({
  id: String(_id),
  rev,
  texts: { en: texts.en, fr: texts.fr, de: texts.de },
  position,
  active,
});
