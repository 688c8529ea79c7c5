import { Types } from "mongoose";
import { OfficeModel } from "../offices/model.ts";
import { PersonModel } from "../people/model.ts";
import type { StoredPost } from "./model.ts";
import { namesIn, parseText } from "./text.ts";

/** A body as the tree that is drawn, and whom and what it names. */
export async function understand(body: string): Promise<Pick<StoredPost, "text" | "mentions" | "hashtags">> {
  const names = namesIn(body).slice(0, 50);
  const [people, offices] =
    names.length === 0
      ? [[], []]
      : await Promise.all([
          PersonModel.find({ handle: { $in: names } })
            .select("handle merged")
            .lean(),
          OfficeModel.find({ slug: { $in: names } })
            .select("slug")
            .lean(),
        ]);
  const parsed = parseText(body, {
    people: new Map(people.map((person) => [person.handle, String(person.merged?.into ?? person._id)])),
    offices: new Map(offices.map((office) => [office.slug, String(office._id)])),
  });
  return { ...parsed, mentions: parsed.mentions.map((id) => new Types.ObjectId(id)) };
}
