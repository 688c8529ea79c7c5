import { hash, verify } from "@node-rs/argon2";
import { atMost } from "./atMost.ts";

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Each hash takes 19 MiB and a core: two at a time leave room for everybody else.
const inTurn = atMost(2);

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let nobody: Promise<string> | undefined;

/** Whether the password is the one that was hashed. Without a hash it takes as long and says no. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const against = stored ?? (await nobody);
  const matches = await inTurn(() => verify(against, password));
  return matches && stored != null;
}
