import type { Account } from "@meridian/shared/accounts";
import { clock } from "../clock.ts";
import type { StoredPerson } from "../people/model.ts";
import { isSuspended, presentPerson } from "../people/present.ts";
import { SessionModel } from "../sessions/model.ts";

interface Presence {
  sessions: number;
  lastSeenAt: Date | null;
}

export async function presentAccounts(people: StoredPerson[]): Promise<Account[]> {
  const seen = await presences(people);
  return Promise.all(people.map((person) => present(person, seen.get(String(person._id)))));
}

export const presentAccount = async (person: StoredPerson): Promise<Account> =>
  (await presentAccounts([person]))[0]!;

async function present(person: StoredPerson, seen: Presence | undefined): Promise<Account> {
  return {
    ...(await presentPerson(person)),
    email: person.email,
    state: person.leftAt ? "deactivated" : isSuspended(person) ? "suspended" : "active",
    sessions: seen?.sessions ?? 0,
    lastSeenAt: seen?.lastSeenAt?.toISOString() ?? null,
  };
}

async function presences(people: StoredPerson[]): Promise<Map<string, Presence>> {
  const found = await SessionModel.aggregate<Presence & { _id: unknown }>([
    { $match: { personId: { $in: people.map((person) => person._id) } } },
    {
      $group: {
        _id: "$personId",
        lastSeenAt: { $max: "$rotatedAt" },
        sessions: {
          $sum: {
            $cond: [{ $and: [{ $eq: ["$endedAt", null] }, { $gt: ["$expiresAt", clock.now()] }] }, 1, 0],
          },
        },
      },
    },
  ]);
  return new Map(found.map((one) => [String(one._id), one]));
}
