import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** A line of a file, from 1 on, or why it can't be read. */
export type Line = { number: number; text: string; wrong?: never } | { number: number; wrong: string };

const longest = 64_000_000;

/** The lines of a file, plain or gzipped, one at a time: never more than one of them is in memory. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const file = await open(path);
  try {
    const start = await file.read(Buffer.alloc(2), 0, 2, 0);
    const gzipped = start.buffer[0] === 0x1f && start.buffer[1] === 0x8b;
    const bytes = file.createReadStream({ start: 0, autoClose: false });
    if (!gzipped) return yield* split(bytes);
    const plain = createGunzip();
    bytes.once("error", (error) => plain.destroy(error));
    yield* split(bytes.pipe(plain));
  } finally {
    await file.close();
  }
}

async function* split(stream: Readable): AsyncGenerator<Line> {
  stream.setEncoding("utf8");
  let number = 0;
  let begun: string[] = [];
  let length = 0;
  const line = (end: string): Line => {
    const text = begun.join("") + end;
    const tooLong = length + end.length > longest;
    begun = [];
    length = 0;
    number += 1;
    if (tooLong) return { number, wrong: "it is too long" };
    return { number, text: number === 1 ? text.replace(/^\uFEFF/, "") : text };
  };
  try {
    for await (const chunk of stream as AsyncIterable<string>) {
      const parts = chunk.split("\n");
      const rest = parts.pop() ?? "";
      for (const part of parts) yield line(part);
      length += rest.length;
      if (length <= longest) begun.push(rest);
    }
  } catch (error) {
    // a gzip file that was cut short, or a disk that fails: what came before is good
    yield { number: number + 1, wrong: `the file can't be read from here on: ${messageOf(error)}` };
    return;
  }
  if (length > 0) yield line("");
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
