import { crc32, deflateSync } from "node:zlib";

/** Where each of the seven passes of an interlaced PNG begins, and how far apart its pixels are: columns, then rows. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A square PNG of so many pixels each way, of one colour, which has to be held as a whole until its last pass is read. */
export function interlacedPng(side: number): Buffer {
  const bytes = passes.map(([x, y, columns, rows]) => {
    const [width, height] = [Math.ceil((side - x) / columns), Math.ceil((side - y) / rows)];
    return height * (1 + width * 4);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // eight bits each of red, green, blue and opacity; interlaced
  head.set([8, 6, 0, 0, 1], 8);
  const rows = deflateSync(Buffer.alloc(bytes.reduce((sum, some) => sum + some, 0)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, "ascii"), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
