import type { Request, Response } from "express";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import * as z from "zod/mini";

const zip = promisify<Buffer, Buffer>(gzip);

/** An answer that is JSON already, checked by its output shape when it was made: written, and compressed, once for many who ask. */
export class Finished {
  readonly #plain: Buffer;
  #zipped: Promise<Buffer> | undefined;

  private constructor(json: string) {
    this.#plain = Buffer.from(json);
  }

  static of<Output extends z.ZodMiniType>(output: Output, value: z.input<Output>): Finished {
    return new Finished(JSON.stringify(z.parse(output, value)));
  }

  async send(request: Request, response: Response): Promise<void> {
    const zipped = request.acceptsEncodings("gzip") === "gzip";
    const body = zipped ? await (this.#zipped ??= zip(this.#plain)) : this.#plain;
    if (zipped) response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Content-Type", "application/json; charset=utf-8");
    response.setHeader("Content-Length", body.length);
    response.end(body);
  }
}
