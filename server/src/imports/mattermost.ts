import { AppError } from "@meridian/shared/errors";
import * as z from "zod/mini";
import { audit } from "../audit/audit.ts";
import { transaction } from "../database/connect.ts";
import { Channels } from "./channels.ts";
import { type ImportOptions, officesFor } from "./company.ts";
import { linesOf } from "./lines.ts";
import { People } from "./people.ts";
import { Posts, reasonIn } from "./posts.ts";
import type { Report } from "./report.ts";
import { ChannelLine, PostLine, TeamLine, UserLine, wrongIn } from "./shapes.ts";

/**
 * Takes a file in Mattermost's bulk-import format, line by line. A line that can't be taken is reported and left
 * out. Running it again adds only what is new.
 */
export async function importMattermost(path: string, options: ImportOptions, report: Report): Promise<void> {
  const { offices, opened, fallback } = await officesFor(path, options);
  report.added.offices = opened;
  const channels = new Channels(report);
  const people = new People({ offices, fallback }, channels, report);
  const posts = new Posts(people, channels, report);
  await people.open();

  const take = async (number: number, text: string): Promise<void> => {
    const line = readLine(text);
    const given = line[line.type];
    if (line.type === "version") {
      if (given !== 1) throw new Error(`version ${JSON.stringify(given)} of the format is not known`);
    } else if (line.type === "team") checked(TeamLine, given);
    else if (line.type === "channel") await channels.take(checked(ChannelLine, given));
    else if (line.type === "user") {
      people.take(checked(UserLine, given));
      if (people.waiting >= 1_000) await people.flush();
    } else if (line.type === "post") {
      const post = checked(PostLine, given);
      if (people.waiting > 0) await people.flush();
      await posts.take(number, post);
    } else throw new Error(`lines of the type "${line.type}" are not taken`);
  };

  for await (const line of linesOf(path)) {
    const { number } = line;
    report.lines = number;
    report.tick();
    if (line.wrong !== undefined) report.refuse(number, line.wrong);
    if (line.wrong !== undefined || line.text.trim() === "") continue;
    try {
      await take(number, line.text);
    } catch (error) {
      if (isOurs(error)) throw error;
      report.refuse(number, reasonIn(error));
    }
  }
  await people.flush();
  await posts.flush();
  // what was taken was written piece by piece: the entry says how much there was in the end
  await transaction((session) =>
    audit(session, {
      by: "operator",
      action: "import:done",
      after: { added: report.added, refused: report.refused },
    }),
  );
}

const AnyLine = z.looseObject({ type: z.string().check(z.maxLength(50)) });

function readLine(text: string): z.infer<typeof AnyLine> {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new Error("it is not JSON");
  }
  return checked(AnyLine, line);
}

function checked<Shape extends z.ZodMiniType>(shape: Shape, given: unknown): z.output<Shape> {
  const parsed = z.safeParse(shape, given);
  if (parsed.success) return parsed.data;
  throw new Error(wrongIn(parsed.error));
}

/** Whether it is the database's fault and not the line's: then going on makes no sense. */
const isOurs = (error: unknown): boolean =>
  !(error instanceof AppError) && error instanceof Error && error.name.startsWith("Mongo");
