import mongoose, { Schema } from "mongoose";
import { strict } from "../database/connect.ts";

/** The one company of this installation; absent until the first run is done. */
export interface StoredCompany {
  _id: "company";
  name: string;
  createdAt: Date;
}

const schema = new Schema<StoredCompany>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { ...strict, collection: "company" },
);

export const CompanyModel = mongoose.model("Company", schema);
