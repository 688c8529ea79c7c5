import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import { canEditPerson, type Me, type Person } from "@meridian/shared/people";
import mongoose, { Schema, type Types } from "mongoose";
import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { strict } from "../database/connect.ts";
import { accessPerson, refuseFrozen } from "./access.ts";
import { update } from "./actions.ts";
import { atMost } from "./atMost.ts";

/** A picture of 256 × 256 pixels, WebP, without what the camera wrote into it. */
interface StoredAvatar {
  /** 128 random bits: the address itself is what lets a colleague's browser load it. */
  _id: string;
  personId: Types.ObjectId;
  bytes: Buffer;
}

const schema = new Schema<StoredAvatar>(
  {
    _id: { type: String, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    bytes: { type: Buffer, required: true },
  },
  { ...strict, collection: "avatars" },
);
schema.index({ personId: 1 });
const AvatarModel = mongoose.model("Avatar", schema);

const side = 256;
/** Row by row a picture takes little memory; one that comes coarse first is held as a whole, with four bytes for each pixel. */
const pixelsMax = { inRows: 50_000_000, whole: 10_000_000 };
const inTurn = atMost(1);

/** Replaces somebody's picture. Throws `unsupported_media` for anything that is not a picture of usual size. */
export async function setAvatar(me: Me, id: string, upload: Buffer): Promise<Person> {
  await accessEditable(me, id);
  refuseFrozen(me);
  if (upload.length > limits.avatarBytes) throw new AppError("too_large", "A picture can have 5 MB at most.");
  const avatar = randomBytes(16).toString("hex");
  const bytes = await inTurn(() => resize(upload));
  return update(id, { $set: { avatar } }, async (session, { _id: personId }) => {
    await AvatarModel.deleteMany({ personId }, { session });
    await AvatarModel.insertMany([{ _id: avatar, personId, bytes }], { session });
  });
}

export async function removeAvatar(me: Me, { id }: { id: string }): Promise<Person> {
  await accessEditable(me, id);
  return update(id, { $set: { avatar: null } }, (session, { _id: personId }) =>
    AvatarModel.deleteMany({ personId }, { session }),
  );
}

/** The picture as WebP. */
export async function showAvatar(id: string): Promise<Buffer> {
  const avatar = /^[0-9a-f]{32}$/.test(id) ? await AvatarModel.findById(id).lean() : null;
  if (!avatar) throw new AppError("not_found", "There is no such picture.");
  return Buffer.from((avatar.bytes as unknown as mongoose.mongo.Binary).buffer);
}

async function resize(upload: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(upload, { limitInputPixels: pixelsMax.inRows, failOn: "error" });
    const { format, width, height, isProgressive } = await picture.metadata();
    if (!["jpeg", "png", "webp", "gif"].includes(format)) throw new Error(format);
    if (isProgressive && width * height > pixelsMax.whole)
      throw new AppError("too_large", "That picture has too many pixels: 10 million at most.");
    return await picture.autoOrient().resize(side, side, { fit: "cover" }).webp({ quality: 82 }).toBuffer();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("unsupported_media", "That is not a picture that we can read: use JPEG, PNG or WebP.");
  }
}

async function accessEditable(me: Me, id: string): Promise<void> {
  await accessPerson(id);
  if (!canEditPerson(me, { id })) throw new AppError("forbidden", "You can only change your own picture.");
}
