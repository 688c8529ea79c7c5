import type { Cursor, LiveEvent } from "@meridian/shared/events";
import { clock } from "../clock.ts";
import type { Room } from "./rooms.ts";
import type { Tell } from "./steps.ts";

/** What an event says is kept as text: one object for the garbage collector to look at, where the event itself is dozens. */
interface Kept {
  type: LiveEvent["type"];
  data: string;
  cursor: Cursor;
  subject: string;
  to: Room[];
  except: Room[];
  at: number;
}

/** Who missed more events than this is served more lightly, and sooner, with a few pages fetched anew. */
const mostMissed = 1_000;
const bounds = { millis: 10 * 60_000, events: 20_000, bytes: 32 * 1024 * 1024 };

/**
 * What was announced in the last ten minutes, for those who were away. Of each record it keeps the newest state
 * only: a text that was hidden since is in no replay.
 */
export class Recent {
  // in commit order; a Set keeps insertion order and forgets a superseded entry in constant time
  #kept = new Set<Kept>();
  #bySubject = new Map<string, Kept[]>();
  #bytes = 0;
  /** Everything after this place is here. */
  #from: Cursor;

  constructor(from: Cursor) {
    this.#from = from;
  }

  /** Forgets everything: the stream starts anew at `from`. */
  restart(from: Cursor): void {
    this.#kept.clear();
    this.#bySubject.clear();
    this.#bytes = 0;
    this.#from = from;
  }

  add(tell: Tell, cursor: Cursor): LiveEvent {
    const earlier = this.#bySubject.get(tell.subject) ?? [];
    // one change may tell readers one thing and moderators another: both stand
    const stale = earlier.filter((kept) => kept.cursor !== cursor);
    stale.forEach((kept) => this.#forget(kept));
    const kept: Kept = {
      type: tell.type,
      data: JSON.stringify(tell.data),
      cursor,
      subject: tell.subject,
      to: tell.to,
      except: tell.except ?? [],
      at: clock.millis(),
    };
    this.#kept.add(kept);
    this.#bySubject.set(tell.subject, [...(this.#bySubject.get(tell.subject) ?? []), kept]);
    this.#bytes += kept.data.length;
    this.#trim();
    return { type: tell.type, data: tell.data, cursor } as LiveEvent;
  }

  /** Keeps what was told about a record for those in these rooms. */
  confine(subject: string, to: Room[]): void {
    for (const kept of this.#bySubject.get(subject) ?? []) kept.to = to;
  }

  /**
   * The events after a place that someone in these rooms may hear, in order; null when the place is out of reach, or when they
   * are too many.
   */
  since(cursor: Cursor, mine: ReadonlySet<string>): LiveEvent[] | null {
    if (cursor < this.#from) return null;
    const missed: Kept[] = [];
    for (const kept of this.#kept) {
      if (kept.cursor <= cursor) continue;
      if (kept.to.some((room) => mine.has(room)) && !kept.except.some((room) => mine.has(room))) {
        if (missed.length === mostMissed) return null;
        missed.push(kept);
      }
    }
    return missed.map(
      ({ type, data, cursor: at }) => ({ type, data: JSON.parse(data), cursor: at }) as LiveEvent,
    );
  }

  #trim(): void {
    const oldest = clock.millis() - bounds.millis;
    for (const kept of this.#kept) {
      if (kept.at >= oldest && this.#kept.size <= bounds.events && this.#bytes <= bounds.bytes) return;
      this.#forget(kept);
      this.#from = kept.cursor;
    }
  }

  #forget(kept: Kept): void {
    this.#kept.delete(kept);
    this.#bytes -= kept.data.length;
    const rest = this.#bySubject.get(kept.subject)?.filter((other) => other !== kept) ?? [];
    if (rest.length > 0) this.#bySubject.set(kept.subject, rest);
    else this.#bySubject.delete(kept.subject);
  }
}

/** Another node may be ahead of this one by moments; a place beyond that is of another database, or made up. */
export function isFarAhead(cursor: Cursor, position: Cursor): boolean {
  const [theirs, ours] = [cursor, position].map((place) => parseInt(place.slice(0, 10).padEnd(10, "0"), 16));
  return theirs! > ours! + 60;
}
