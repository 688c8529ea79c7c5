import { Types } from "mongoose";
import { channelSlug, insertChannel, slugOf } from "../channels/actions.ts";
import { ChannelModel, type StoredChannel } from "../channels/model.ts";
import { cleanLine } from "./clean.ts";
import type { Report } from "./report.ts";
import type { ChannelLine } from "./shapes.ts";

/** The channels of the file by the names that it uses, as ours. */
export class Channels {
  readonly #byName = new Map<string, StoredChannel>();

  constructor(private readonly report: Report) {}

  named(name: string): StoredChannel | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** Takes a channel, or finds the one that has its name. */
  async take(line: ChannelLine): Promise<void> {
    const slug = slugOf(line.name);
    const isPrivate = line.type === "P";
    // a private one has more behind its name, unless it was open once
    const ofThatName = await ChannelModel.find({ slug: { $in: [slug, new RegExp(`^${slug}--`)] } })
      .sort({ _id: 1 })
      .lean<StoredChannel[]>();
    const existing = ofThatName.find((channel) => channel.private === isPrivate) ?? ofThatName[0];
    // what was said in private would be there for all to read, or the other way round
    if (existing && existing.private !== isPrivate) {
      throw new Error(
        `there is ${existing.private ? "a private" : "an open"} channel of the name ${slug} already`,
      );
    }
    if (existing) this.report.there.channels += 1;
    else this.report.added.channels += 1;
    this.#byName.set(line.name.toLowerCase(), existing ?? (await open(line, slug)));
  }
}

function open(line: ChannelLine, slug: string): Promise<StoredChannel> {
  const channel = { _id: new Types.ObjectId(), private: line.type === "P" };
  return insertChannel({
    ...channel,
    slug: channelSlug({ ...channel, name: line.name }),
    name: cleanLine(line.display_name, 60) || cleanLine(line.name, 60) || slug,
    about: cleanLine(line.purpose, 250) || cleanLine(line.header, 250),
    kind: "topic",
  });
}
