/** Who calls, and where: a bearer token where the server asks for one. */
export interface Caller {
  token: string | null;
}

export interface Target {
  url: string;
  /** Where posts are sent, and the newest page is read. */
  postPath: string;
  pagePath: string;
  /** What stands in a post beside its key and body. */
  fields: Record<string, unknown>;
}

export type Order =
  /** Of so many posts, the first, it is not asked how long they took. */
  | { kind: "listen"; target: Target; callers: Caller[]; sockets: number; unmeasured?: number }
  | { kind: "heard"; expected: number }
  /** `rate` posts a second whatever the answers do; without one, each author writes when the last answer has come. */
  | { kind: "write"; target: Target; callers: Caller[]; seconds: number; rate?: number; keys: string }
  | { kind: "read"; target: Target; callers: Caller[]; seconds: number };

export interface Written {
  acknowledged: number;
  failed: number;
  /** From the first call to the last answer. */
  seconds: number;
  /** Milliseconds from when each was due to its answer, ascending. */
  latencies: number[];
}

export interface Heard {
  deliveries: number;
  lost: number;
  doubled: number;
  /** Monotonic milliseconds of the last delivery. */
  lastAt: number;
  /** Milliseconds from when each post was due to its arrival at each listener, ascending. */
  latencies: number[];
}

export type Answer =
  | { kind: "listening"; connected: number }
  | ({ kind: "heard" } & Heard)
  | ({ kind: "written" } & Written)
  | { kind: "read"; answers: number; failed: number; seconds: number };
