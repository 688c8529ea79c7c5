// A process that loads a server: what it is asked comes as a message, and so does what it found.
import { listen } from "./listeners.ts";
import { read } from "./readers.ts";
import type { Answer, Order } from "./orders.ts";
import { write } from "./writers.ts";

const work = { listen, read, write } as const;
let listeners: Awaited<ReturnType<typeof listen>> | undefined;

process.on("message", (order: Order) => {
  void obey(order).then((answer) => process.send!(answer));
});
process.on("disconnect", () => process.exit(0));

async function obey(order: Order): Promise<Answer> {
  if (order.kind === "listen") {
    listeners = await work.listen(order);
    return { kind: "listening", connected: listeners.connected };
  }
  if (order.kind === "heard") {
    const heard = listeners!.heard(order.expected);
    listeners!.close();
    return { kind: "heard", ...heard };
  }
  return order.kind === "write"
    ? { kind: "written", ...(await write(order)) }
    : { kind: "read", ...(await read(order)) };
}
