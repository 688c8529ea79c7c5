import type { Endpoint } from "@meridian/shared/endpoint";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import mongoose from "mongoose";
import { RateLimiterMemory, RateLimiterMongo } from "rate-limiter-flexible";
import { networkOf } from "./network.ts";
import type { Action, Exchange } from "./serve.ts";

/** How often somebody may do a thing: `points` in `seconds`. */
const rates = {
  /** Wrong passwords for one address from one place; another place is not locked out by it. */
  signIn: { points: 10, seconds: 300 },
  /** Sign-ins from one network, behind which a whole office may sit. */
  signInAddress: { points: 300, seconds: 60 },
  refresh: { points: 1_200, seconds: 60 },
  post: { points: 60, seconds: 60 },
  change: { points: 240, seconds: 60 },
  /** Nobody reads that fast; and a desk that one person can flood helps nobody. */
  report: { points: 60, seconds: 3_600 },
  search: { points: 240, seconds: 60 },
  /** Files: pictures that come, and the log that goes, for which all of it is read. */
  file: { points: 20, seconds: 300 },
  /** Invitations that one admin sends. */
  invitation: { points: 100, seconds: 3_600 },
  /** Links opened and accepted from one network: on its first day a whole office comes in. No link can be guessed. */
  arrivalAddress: { points: 300, seconds: 60 },
} as const;

export type Rate = keyof typeof rates;

/** Counts in the database, so that all nodes count together; who is over the limit is then refused from memory. */
export class RateLimits {
  readonly #limiters: Map<Rate, RateLimiterMongo> | undefined;

  constructor(on: boolean) {
    if (!on) return;
    const limiter = (rate: Rate) =>
      new RateLimiterMongo({
        storeClient: mongoose.connection,
        tableName: "rates",
        keyPrefix: rate,
        points: rates[rate].points,
        duration: rates[rate].seconds,
        inMemoryBlockOnConsumed: rates[rate].points + 1,
        // while the database is away each node counts for itself
        insuranceLimiter: new RateLimiterMemory({
          points: rates[rate].points,
          duration: rates[rate].seconds,
        }),
      });
    this.#limiters = new Map((Object.keys(rates) as Rate[]).map((rate) => [rate, limiter(rate)]));
  }

  /** An action that one person may do so and so often, or one network where nobody is signed in. */
  limited<E extends Endpoint>(rate: Rate, action: Action<E>): Action<E> {
    return async (me, input, exchange) => {
      await this.take(rate, (me as Me | null)?.id ?? networkOf(exchange.request.ip), exchange);
      return action(me, input, exchange);
    };
  }

  /** Counts one; throws `rate_limited` with Retry-After when that is too often. */
  async take(rate: Rate, who: string, { response }: Exchange): Promise<void> {
    try {
      await this.#limiters?.get(rate)?.consume(who);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const wait = Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1_000);
      response.set("Retry-After", String(wait));
      throw new AppError("rate_limited", `That was too often. Try again in ${wait} seconds.`, {
        wait: String(wait),
      });
    }
  }
}
