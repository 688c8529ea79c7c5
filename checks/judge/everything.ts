import type { startAudience } from "../clients/audience.ts";
import type { World } from "../cluster/world.ts";
import type { startWriters } from "../durability/underFire.ts";
import { judgeDeliveries } from "./deliveries.ts";
import { judgeWrites } from "./writes.ts";

interface Patience {
  /** Milliseconds until every reader is connected again. */
  live?: number;
  /** And until they show what a fresh login does. */
  quiet?: number;
}

/** Ends the writing, waits for the readers, and judges what was written and what they were told. */
export async function judgeEverything(
  world: World,
  fire: Awaited<ReturnType<typeof startWriters>>,
  audience: Awaited<ReturnType<typeof startAudience>>,
  { live, quiet }: Patience = {},
) {
  await fire.stop();
  const silent = await audience.allLive(live);
  const fresh = await audience.quiet(quiet);
  audience.close();
  const entries = await fire.ledger.read();
  const { expected, faults } = judgeDeliveries(entries, audience.readers, fresh);
  const writes = await judgeWrites(entries, world.database);
  return {
    entries,
    /** How many posts were acknowledged, and how many deliveries they ought to be. */
    acked: writes.acked,
    expected,
    faults: {
      ...faults,
      ...writes.faults,
      "readers that never came back": silent,
      crashes: world.crashes,
    },
  };
}
