import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { channelsApi } from "@meridian/shared/channels";
import { type Colleague, Company } from "../../e2e/company.ts";
import { Server } from "../../e2e/server.ts";
import type { Caller, Target } from "./orders.ts";

/** A server that is measured. */
export interface Subject {
  name: "plain" | "insert" | "meridian";
  pid: number;
  target: Target;
  callers: Caller[];
  /** Before each round: an access token is good for ten minutes. */
  signInAgain(): Promise<void>;
  stop(): Promise<void>;
}

export const authors = 32;

/** The built server as people run it, with a company of so many authors. Rate limits are off: they are what a load would meet. */
export async function startMeridian(): Promise<{ subject: Subject; mongodUri: string }> {
  const server = await Server.start();
  const company = await Company.found(server);
  const people: Colleague[] = [];
  for (let at = 0; at < authors; at += 1) {
    // handles are made of letters
    const name = `Author ${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
    people.push(await company.hire(name, "London"));
  }
  const callers: Caller[] = people.map(({ token }) => ({ token }));
  const signInAgain = async () => {
    for (const [at, person] of people.entries()) {
      await company.signInAgain(person);
      callers[at]!.token = person.token;
    }
  };
  const made = await company.as(company.admin, channelsApi.create, {
    name: "Load",
    about: "",
    private: false,
  });
  const port = (await readFile(join(server.dataDir, "mongod.port"), "utf8")).trim();
  const target: Target = {
    url: server.url,
    postPath: "/api/posts",
    pagePath: `/api/channels/${made.id}/posts?limit=60`,
    fields: { channelIds: [made.id] },
  };
  return {
    subject: {
      name: "meridian",
      pid: server.pid,
      target,
      callers,
      signInAgain,
      stop: () => server.stop(),
    },
    mongodUri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
  };
}

/** The bare baseline, with a majority insert a post where it gets a database. */
export async function startBare(mongodUri: string | undefined): Promise<Subject> {
  const { MONGODB_URI: _, ...environment } = process.env;
  const child = fork(join(import.meta.dirname, "../baseline/main.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...environment, NODE_ENV: "production", ...(mongodUri && { MONGODB_URI: mongodUri }) },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const url = await readyAt(child);
  return {
    name: mongodUri ? "insert" : "plain",
    pid: child.pid!,
    target: { url, postPath: "/posts", pagePath: "/posts", fields: { author: "somebody" } },
    callers: Array.from({ length: authors }, () => ({ token: null })),
    signInAgain: () => Promise.resolve(),
    async stop() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
    },
  };
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /ready: (http:\S+)/.exec(printed);
      if (ready) resolve(ready[1]!);
    });
    child.once("exit", (code) => reject(new Error(`The baseline ended with ${String(code)}.`)));
  });
}
