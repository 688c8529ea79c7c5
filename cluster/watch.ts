import { MongoClient } from "mongodb";
import { setTimeout as sleep } from "node:timers/promises";
import type { Balancer, ServerState } from "./balancer.ts";
import type { Member } from "./mongods.ts";

const between = 500;

/** Says what changes: who is primary, and which server the balancer leads to. Until `ended`. */
export async function watch(
  { members, balancer }: { members: Member[]; balancer: Balancer },
  say: (text: string) => void,
  ended: AbortSignal,
): Promise<void> {
  const clients = members.map(
    ({ host }) =>
      new MongoClient(`mongodb://${host}/?directConnection=true`, {
        serverSelectionTimeoutMS: between,
        connectTimeoutMS: between,
        socketTimeoutMS: between,
      }),
  );
  const known = new Map<string, string>();
  const note = (name: string, state: string, sentence: string) => {
    if (known.get(name) !== state) say(sentence);
    known.set(name, state);
  };
  while (!ended.aborted) {
    const roles = await Promise.all(clients.map(roleOf));
    roles.forEach((role, at) => {
      const { name } = members[at]!.program;
      note(name, role, role === "primary" ? `${name} is primary now` : `${name} ${role}`);
    });
    for (const [name, { up, why }] of await balancer.states().catch(() => new Map<string, ServerState>())) {
      const where = up ? "in the balancer" : `out of the balancer (${why})`;
      note(`server ${name}`, String(up), `server ${name} is ${where}`);
    }
    await sleep(between);
  }
  await Promise.all(clients.map((client) => client.close()));
}

async function roleOf(client: MongoClient): Promise<string> {
  try {
    const { isWritablePrimary, secondary } = await client.db().admin().command({ hello: 1 });
    return isWritablePrimary ? "primary" : secondary ? "follows" : "is catching up";
  } catch {
    return "does not answer";
  }
}
