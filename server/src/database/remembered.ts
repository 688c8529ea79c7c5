import { watchWrites } from "./writes.ts";

const sources = new Set<() => boolean>();
const memories = new Set<() => void>();

/** Memory is trusted while every change stream of this process is followed. The answer ends that condition. */
export function trustWhile(followed: () => boolean): () => void {
  sources.add(followed);
  return () => void sources.delete(followed);
}

const trusted = (): boolean => sources.size > 0 && [...sources].every((followed) => followed());

/** Something may have been missed: everything is asked anew. */
export const forgetEverything = (): void => memories.forEach((forget) => forget());

export interface Remembered<Value> {
  /** What the database says, or said last; null and failures are not remembered. */
  get: (key: string) => Promise<Value | null>;
  /** For a noun's announce: the change stream says that this one is another now. */
  forget: (key: string) => void;
  forgetAll: () => void;
}

/**
 * Answers of the database kept in memory until the change stream says that they are stale, and at once when this node
 * itself changes the collection. An answer that was on its way meanwhile is given but not kept.
 */
export function remembered<Value>(
  collection: string,
  load: (key: string) => Promise<Value | null>,
  most = 20_000,
): Remembered<Value> {
  const kept = new Map<string, Value>();
  let age = 0;
  const forgetAll = () => {
    age += 1;
    kept.clear();
  };
  memories.add(forgetAll);
  watchWrites((changed) => changed === collection && forgetAll());
  return {
    get: async (key) => {
      if (!trusted()) return load(key);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const asked = age;
      const value = await load(key);
      if (value !== null && asked === age) {
        if (kept.size >= most) kept.clear();
        kept.set(key, value);
      }
      return value;
    },
    forget: (key) => {
      age += 1;
      kept.delete(key);
    },
    forgetAll,
  };
}
