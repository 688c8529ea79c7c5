import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "./processes.ts";
import type { Subject } from "./subjects.ts";
import { usageOf } from "../usage.ts";

/** How long and how wide each measure is. */
export interface Extent {
  /** Seconds of each load. */
  seconds: number;
  rounds: number;
  /** Seconds until the code of a subject is compiled as it will stay. */
  warming: number;
  /** Those who hear 20 posts a second. */
  listeners: number;
  /** Connections that say nothing. */
  idle: number;
}

/** What one measure found of one subject in one round: figures by name, and what must be 0. */
export interface Finding {
  figures: Record<string, number>;
  faults: Record<string, number>;
}

export type Measure = (subject: Subject, extent: Extent) => Promise<Finding>;

const at = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
const keys = () => randomBytes(6).toString("hex");

/** 32 authors at once, nobody listening: each writes when the last answer has come. */
export const writes: Measure = async (subject, { seconds }) => {
  const writer = new Worker();
  try {
    const { target, callers } = subject;
    const before = usageOf(subject.pid);
    const written = await writer.ask({ kind: "write", target, callers, seconds, keys: keys() }, "written");
    const { cpuSeconds } = usageOf(subject.pid);
    return {
      figures: {
        postsPerSecond: written.acknowledged / written.seconds,
        cpuPer1000Posts: ((cpuSeconds - before.cpuSeconds) / written.acknowledged) * 1_000,
        answerP50: at(written.latencies, 0.5),
        answerP99: at(written.latencies, 0.99),
      },
      faults: { failed: written.failed },
    };
  } finally {
    writer.end();
  }
};

/** The same with 200 listeners: how many deliveries a second leave, until the last has arrived. */
export const deliveries: Measure = (subject, extent) => listenedTo(subject, extent, { sockets: 200 });

/**
 * 20 posts a second to many listeners: how long each takes to arrive, and what it costs. The posts of the first seconds are no part of
 * the percentiles: who writes and who listens has just started, and of few posts the slowest few are the 99th.
 */
export const latency: Measure = (subject, extent) =>
  listenedTo(
    subject,
    { ...extent, seconds: extent.seconds * 2.5 + warmUp },
    { sockets: extent.listeners, rate: 20, unmeasured: 20 * warmUp },
  );
/** Seconds. */
const warmUp = 2;

async function listenedTo(
  subject: Subject,
  { seconds }: Extent,
  { sockets, rate, unmeasured = 0 }: { sockets: number; rate?: number; unmeasured?: number },
): Promise<Finding> {
  const [writer, ears] = [new Worker(), new Worker()];
  try {
    const { target, callers } = subject;
    const { connected } = await ears.ask(
      { kind: "listen", target, callers, sockets, unmeasured },
      "listening",
    );
    await sleep(1_500);
    const before = usageOf(subject.pid);
    const order = { kind: "write", target, callers, seconds, keys: keys(), ...(rate && { rate }) } as const;
    const begun = Number(process.hrtime.bigint()) / 1e6;
    const written = await writer.ask(order, "written");
    await sleep(1_000);
    const { cpuSeconds } = usageOf(subject.pid);
    const heard = await ears.ask({ kind: "heard", expected: written.acknowledged }, "heard");
    return {
      figures: {
        deliveriesPerSecond: (heard.deliveries / (heard.lastAt - begun)) * 1_000,
        deliveryP50: at(heard.latencies, 0.5),
        deliveryP99: at(heard.latencies, 0.99),
        cpuPer1000Deliveries: ((cpuSeconds - before.cpuSeconds) / heard.deliveries) * 1_000,
      },
      faults: {
        unconnected: sockets - connected,
        failed: written.failed,
        lost: heard.lost,
        doubled: heard.doubled,
      },
    };
  } finally {
    writer.end();
    ears.end();
  }
}

/** What a connection costs that says nothing, in a process that was asked for nothing else yet. */
export const idle: Measure = async (subject, { idle: sockets }) => {
  const connect = async (count: number) => {
    const ears = new Worker();
    const { target, callers } = subject;
    const order = { kind: "listen", target, callers, sockets: count } as const;
    const { connected } = await ears.ask(order, "listening");
    return { ears, unconnected: count - connected };
  };
  // code is compiled and buffers are made with the first
  (await connect(200)).ears.end();
  await sleep(1_500);
  const before = usageOf(subject.pid).residentBytes;
  const { ears, unconnected } = await connect(sockets);
  try {
    await sleep(3_000);
    const after = usageOf(subject.pid).residentBytes;
    return {
      figures: { kibPerConnection: (after - before) / 1_024 / sockets },
      faults: { unconnected },
    };
  } finally {
    ears.end();
  }
};

/** The newest page of 60, over 32 connections, one after the other on each. */
export const page: Measure = async (subject, { seconds }) => {
  const reader = new Worker();
  try {
    const { target, callers } = subject;
    const read = await reader.ask({ kind: "read", target, callers, seconds }, "read");
    return { figures: { pagesPerSecond: read.answers / read.seconds }, faults: { failed: read.failed } };
  } finally {
    reader.end();
  }
};
