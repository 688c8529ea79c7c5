import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { damages, edited } from "../checks/damage/damages.ts";

it.each(damages)("$what: the code that it breaks still stands where it says", (damage) => {
  for (const edit of [damage, ...(damage.and ? [damage.and] : [])]) {
    const whole = readFileSync(join(import.meta.dirname, "..", edit.file), "utf8");
    expect(edited(whole, edit)).not.toBe(whole);
  }
});
