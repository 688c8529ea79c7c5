import { AppError } from "@meridian/shared/errors";
import mongoose from "mongoose";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import * as z from "zod/mini";

const { BSON } = mongoose.mongo;

/**
 * A backup is one gzip stream of BSON documents, one after the other as MongoDB's own dumps have them: what is in it, the
 * records of each collection in that order, and a seal with the SHA-256 of everything before it.
 */
const Contents = z.object({
  format: z.literal("meridian-backup-1"),
  takenAt: z.date(),
  /** The moment of the database that the backup shows, in seconds and steps of the cluster's time. */
  clusterTime: z.object({ t: z.number(), i: z.number() }),
  collections: z.array(z.object({ name: z.string(), count: z.int() })),
});
export type Contents = z.infer<typeof Contents>;
const Seal = z.object({ sha256: z.string() });

/** No document of MongoDB's is larger than 16 MB, and a little. */
const largest = 17 * 1024 * 1024;
const piece = 64 * 1024;

const damaged = (how: string) => new AppError("bad_request", `The backup can't be used: ${how}.`);

/** The bytes of a backup, before they are packed. `records` are raw, in the order and number that `contents` says. */
export async function* sealed(contents: Contents, records: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const hash = createHash("sha256");
  let parts: Buffer[] = [Buffer.from(BSON.serialize(contents))];
  let bytes = parts[0]!.length;
  const joined = () => {
    const whole = Buffer.concat(parts);
    hash.update(whole);
    [parts, bytes] = [[], 0];
    return whole;
  };
  for await (const record of records) {
    parts.push(record);
    bytes += record.length;
    if (bytes > piece) yield joined();
  }
  yield joined();
  yield Buffer.from(BSON.serialize({ sha256: hash.digest("hex") }));
}

/**
 * Reads a backup from its beginning to its seal, in constant memory: `begin` hears what is in it, `take` each record.
 * @throws AppError for anything but what `sealed` wrote
 */
export async function readBackup(
  file: string,
  begin: (contents: Contents) => void,
  take: (collection: string, record: Buffer) => Promise<void> | void,
): Promise<void> {
  const hash = createHash("sha256");
  const documents = documentsIn(file);
  const next = async () => {
    const { value, done } = await documents.next();
    if (done) throw damaged("it ends too early");
    return value;
  };
  const first = await next();
  hash.update(first);
  const contents = parsed(Contents, first, "it is no backup of Meridian");
  begin(contents);
  for (const { name, count } of contents.collections) {
    for (let n = 0; n < count; n += 1) {
      const record = await next();
      hash.update(record);
      await take(name, record);
    }
  }
  const { sha256 } = parsed(Seal, await next(), "its seal is missing");
  if (sha256 !== hash.digest("hex")) throw damaged("it is not what was written");
  if (!(await documents.next()).done) throw damaged("something was added to its end");
}

function parsed<Shape extends z.ZodMiniType>(
  shape: Shape,
  document: Buffer,
  otherwise: string,
): z.output<Shape> {
  try {
    return z.parse(shape, BSON.deserialize(document));
  } catch {
    throw damaged(otherwise);
  }
}

async function* documentsIn(file: string): AsyncGenerator<Buffer, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of unpacked(file)) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      while (rest.length - at >= 4) {
        const length = rest.readInt32LE(at);
        if (length < 5 || length > largest) throw damaged("it is no backup of Meridian");
        if (rest.length - at < length) break;
        yield rest.subarray(at, at + length);
        at += length;
      }
      rest = rest.subarray(at);
    }
  } catch (error) {
    // what zlib says of a stream that was cut off or changed
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw damaged(`it was cut off or changed (${error.message})`);
    throw error;
  }
  if (rest.length > 0) throw damaged("it ends too early");
}

/** An error of the file reaches whoever reads the unpacked stream. */
function unpacked(file: string): AsyncIterable<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip({ chunkSize: piece });
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip) as AsyncIterable<Buffer>;
}
