import { channelsApi } from "@meridian/shared/channels";
import { Worker } from "../load/processes.ts";
import { password, writer as email } from "./company.ts";

export interface Arriving {
  /** Posts a second. */
  rate: number;
  seconds: number;
}

/** Does something while a colleague writes to the channel that everybody follows; ends when both have. */
export async function whilePostsArrive<T>(
  url: string,
  arriving: Arriving,
  work: () => Promise<T>,
): Promise<T> {
  const answer = await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken: token } = (await answer.json()) as { accessToken: string };
  const listed = await fetch(`${url}/api${channelsApi.list.path}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { channels } = (await listed.json()) as { channels: { id: string; slug: string }[] };
  const channelIds = [channels.find(({ slug }) => slug === "everyone")!.id];
  const worker = new Worker();
  const target = { url, postPath: "/api/posts", pagePath: "", fields: { channelIds } };
  const keys = `arriving-${Date.now()}`;
  const written = worker.ask({ kind: "write", target, callers: [{ token }], ...arriving, keys }, "written");
  try {
    const found = await work();
    const { acknowledged, failed } = await written;
    if (failed > 0) throw new Error(`${failed} of ${acknowledged + failed} posts were refused`);
    return found;
  } finally {
    worker.end();
  }
}
