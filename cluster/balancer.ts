import { execFile } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import type { Program, Run } from "./program.ts";

const configuration = join(import.meta.dirname, "haproxy.cfg");

/** @throws with how to get HAProxy, where it isn't installed */
export async function findHaproxy(): Promise<string> {
  const binary = process.env["HAPROXY_BINARY"] ?? "haproxy";
  try {
    await promisify(execFile)(binary, ["-v"]);
    return binary;
  } catch {
    throw new Error(
      "The balancer, HAProxy, is not installed. Any one of these helps:\n" +
        "  - Debian, Ubuntu: sudo apt-get install --no-install-recommends haproxy\n" +
        "  - Fedora: sudo dnf install haproxy\n" +
        "  - macOS: brew install haproxy\n" +
        "  - set HAPROXY_BINARY to the path of one (2.6 or later).",
    );
  }
}

/** What the balancer thinks of a server; `why` is what its last check heard. */
export interface ServerState {
  up: boolean;
  why: string;
}

export interface Balancer {
  program: Program;
  states: () => Promise<Map<string, ServerState>>;
}

export function startBalancer(
  binary: string,
  { folder, address, servers }: { folder: string; address: string; servers: { A: string; B: string } },
  run: Run,
): Balancer {
  const socket = join(folder, "haproxy.sock");
  const env = { BALANCER_SOCKET: socket, BALANCER_ADDRESS: address, NODE_A: servers.A, NODE_B: servers.B };
  const args = ["-f", configuration, "-db"];
  const program = run({ name: "balancer", command: binary, args, env, log: join(folder, "haproxy.log") });
  return { program, states: () => readStates(socket) };
}

async function readStates(socket: string): Promise<Map<string, ServerState>> {
  const asking = connect(socket);
  asking.end("show stat\n");
  const [head = "", ...rows] = (await text(asking)).trim().split("\n");
  const columns = head.replace(/^# /, "").split(",");
  const states = new Map<string, ServerState>();
  for (const row of rows) {
    const cells = row.split(",");
    const cell = (name: string) => cells[columns.indexOf(name)] ?? "";
    if (cell("pxname") !== "servers" || cell("svname") === "BACKEND") continue;
    // "UP 1/2" has failed once and still gets requests
    const up = cell("status").startsWith("UP");
    const why = [cell("check_status"), cell("check_code")].filter(Boolean).join(" ");
    states.set(cell("svname"), { up, why });
  }
  return states;
}
