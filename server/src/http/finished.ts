import * as z from "zod/mini";

/** An answer that is JSON already, checked by its output shape when it was made: the same for many who ask. */
export class Finished {
  private constructor(readonly json: string) {}

  static of<Output extends z.ZodMiniType>(output: Output, value: z.input<Output>): Finished {
    return new Finished(JSON.stringify(z.parse(output, value)));
  }
}
