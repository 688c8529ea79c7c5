import type { Cursor } from "@meridian/shared/events";
import mongoose from "mongoose";
import type { Logger } from "pino";
import { setTimeout as sleep } from "node:timers/promises";
import { clock } from "../clock.ts";
import { isDatabaseAway } from "../database/connect.ts";
import { clusterTime, historyBegins } from "../database/history.ts";
import type { Announce, Change, Step } from "./steps.ts";

// each noun announces records of its own shape; the tail hands them through
// oxlint-disable-next-line typescript/no-explicit-any -- a map over nouns has no common record
export type Announcers = Record<string, Announce<any>>;

export interface TailListener {
  /** Where the stream stands before the first change that will be told. */
  started(from: Cursor): void;
  /** The stream lost its place: whatever was missed can't be told. */
  restarted(from: Cursor): void;
  step(step: Step, cursor: Cursor): void;
  /** The stream has come to here and nothing was missed. */
  moved(to: Cursor): void;
}

type RawChange = {
  _id: { _data: string };
  operationType: string;
  ns?: { coll: string };
  /** By the primary's clock; from MongoDB 6.0 on. */
  wallTime?: Date;
  documentKey?: { _id: unknown };
  fullDocument?: unknown;
  updateDescription?: { updatedFields?: Record<string, unknown>; removedFields?: string[] };
};

/** How far a start goes back so that it can replay, and how far when that would be too much to read again in time. */
const lookBackSeconds = [10 * 60, 60];
/** So long a start may read again each time, milliseconds. */
const lookBackMillis = 1_500;
/** Milliseconds that the database waits for a change before it answers that there is none. */
const patience = { lookingBack: 20, following: 500 };

/** Follows the database's one change stream and turns each commit into steps, in commit order. */
export class Tail {
  #stream: mongoose.mongo.ChangeStream | undefined;
  #running = false;
  #loop: Promise<void> | undefined;
  #position: Cursor = "";
  /** How the stream is opened again so that it goes on after the last change that was told. */
  #goOn: mongoose.mongo.ChangeStreamOptions = {};
  #heardAt = 0;
  /** Since the start: changes that were told, breaks of the stream, and places that were lost. */
  readonly counts = { changes: 0, breaks: 0, losses: 0 };

  constructor(
    private readonly announcers: Announcers,
    private readonly listener: TailListener,
    private readonly log: Logger,
    /** Hears how many seconds after its commit each change was told. */
    private readonly lagged: (seconds: number) => void = () => {},
  ) {}

  get position(): Cursor {
    return this.#position;
  }

  /** Whether the stream was heard within the last seconds. */
  get following(): boolean {
    return this.#running && this.silence < 4;
  }

  /** Seconds since the stream was heard. */
  get silence(): number {
    return (performance.now() - this.#heardAt) / 1_000;
  }

  /**
   * Starts some minutes back, so that a restarted node can replay, but not before a backup was put back: what was heard of
   * until then may never have been. Resolves when it has caught up with now.
   */
  async start(): Promise<void> {
    const now = await clusterTime();
    this.#heardAt = performance.now();
    this.#running = true;
    let caughtUp = false;
    const begun = await historyBegins();
    for (const seconds of lookBackSeconds) {
      const back = new mongoose.mongo.Timestamp({ t: Math.max(1, now.t - seconds), i: 1 });
      caughtUp ||= await this.#lookBack(begun?.greaterThan(back) ? begun : back, now);
    }
    if (caughtUp) await this.#open(this.#goOn);
    else {
      await this.#openAt(following(now));
      this.listener.started(this.#position);
    }
    this.#loop = this.#follow();
  }

  /** False when there is no such history, or when it holds more than can be read again in time: after an import, say. */
  async #lookBack(from: mongoose.mongo.Timestamp, now: mongoose.mongo.Timestamp): Promise<boolean> {
    try {
      await this.#openAt(from, patience.lookingBack);
      this.listener.started(this.#position);
      return await this.#catchUp(now, performance.now() + lookBackMillis);
    } catch (error) {
      if (isHistoryLost(error)) return false;
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#stream?.close().catch(() => {});
    await this.#loop;
  }

  /** Everything committed before `now` has been seen once the stream stands behind it, or has nothing to say. */
  async #catchUp(now: mongoose.mongo.Timestamp, until: number): Promise<boolean> {
    while (this.#position < placeAt(now) && (await this.#advance())) {
      if (performance.now() > until) return false;
    }
    return true;
  }

  async #follow(): Promise<void> {
    let failures = 0;
    let broken: unknown;
    while (this.#running) {
      try {
        // never read on from a stream that failed: the change that it failed with would be skipped
        if (broken !== undefined) await this.#reopen(broken);
        broken = undefined;
        await this.#advance();
        failures = 0;
      } catch (error) {
        if (!this.#running) return;
        failures += 1;
        this.counts.breaks += 1;
        this.log.warn({ err: error, failures }, "the change stream broke off");
        // a history that is lost stays lost, whatever goes wrong after it
        if (!isHistoryLost(broken)) broken = error;
        await sleep(Math.min(2_000, 100 * 2 ** failures));
      }
    }
  }

  async #openAt(time: mongoose.mongo.Timestamp, maxAwaitTimeMS?: number): Promise<void> {
    await this.#open({ startAtOperationTime: time }, maxAwaitTimeMS);
    this.#goOn = { startAtOperationTime: time };
    this.#position = placeAt(time);
  }

  /** The first read opens it at the database. */
  async #open(from: mongoose.mongo.ChangeStreamOptions, maxAwaitTimeMS = patience.following): Promise<void> {
    await this.#stream?.close().catch(() => {});
    this.#stream = mongoose.connection.db!.watch(
      [
        {
          $match: {
            $or: [{ "ns.coll": { $in: Object.keys(this.announcers) } }, { operationType: "invalidate" }],
          },
        },
      ],
      { fullDocument: "updateLookup", maxAwaitTimeMS, batchSize: 500, ...from },
    );
  }

  async #reopen(cause: unknown): Promise<void> {
    if (!isHistoryLost(cause)) return this.#open(this.#goOn);
    await this.#openAt(following(await clusterTime()));
    this.counts.losses += 1;
    this.listener.restarted(this.#position);
  }

  /** Takes the next change. False when there was none for as long as the database waits. */
  async #advance(): Promise<boolean> {
    const change = (await this.#stream!.tryNext()) as RawChange | null;
    this.#heardAt = performance.now();
    if (change) {
      await this.#take(change);
      return true;
    }
    const token = (this.#stream!.resumeToken as RawChange["_id"] | undefined)?._data;
    if (token && token > this.#position) this.#moveTo(token);
    return false;
  }

  async #take(raw: RawChange): Promise<void> {
    if (raw.operationType === "invalidate") throw new mongoose.mongo.MongoError("the stream was invalidated");
    const announce = this.announcers[raw.ns?.coll ?? ""];
    const change = asChange(raw);
    if (announce && change) {
      const cursor = raw._id._data;
      try {
        for (const step of await announce(change)) this.listener.step(step, cursor);
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        // one record that can't be told must not silence everything after it
        this.log.error(
          { err: error, collection: raw.ns?.coll, id: change.id },
          "a change could not be announced",
        );
      }
    }
    this.counts.changes += 1;
    // what is read again at the start is old, not late
    if (this.#loop && raw.wallTime) this.lagged((clock.millis() - raw.wallTime.getTime()) / 1_000);
    this.#moveTo(raw._id._data);
  }

  #moveTo(token: string): void {
    this.#position = token;
    this.#goOn = { resumeAfter: { _data: token } };
    this.listener.moved(token);
  }
}

const following = ({ t, i }: mongoose.mongo.Timestamp) => new mongoose.mongo.Timestamp({ t, i: i + 1 });

/**
 * The place before the first change of a moment. A resume token begins with 0x82 and the cluster time, seconds then
 * increment, big-endian.
 */
const placeAt = ({ t, i }: mongoose.mongo.Timestamp): Cursor =>
  `82${[t, i].map((part) => part.toString(16).padStart(8, "0")).join("")}`.toUpperCase();

function asChange(raw: RawChange): Change<unknown> | undefined {
  const operation = raw.operationType === "replace" ? "update" : raw.operationType;
  if (operation !== "insert" && operation !== "update" && operation !== "delete") return undefined;
  const updated = [
    ...Object.keys(raw.updateDescription?.updatedFields ?? {}),
    ...(raw.updateDescription?.removedFields ?? []),
  ];
  return {
    operation,
    id: String(raw.documentKey?._id),
    record: raw.fullDocument ?? undefined,
    touched: new Set(updated.map((path) => path.split(".")[0]!)),
  };
}

/** 286 ChangeStreamHistoryLost, 280 ChangeStreamFatalError, 260 InvalidResumeToken, or the database was dropped. */
const isHistoryLost = (error: unknown) =>
  error instanceof mongoose.mongo.MongoError &&
  ([286, 280, 260, 136].includes(Number(error.code)) || error.message.includes("invalidated"));
