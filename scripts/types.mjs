// `npm run types`: checks the types of every part, of all of them even where one is wrong.
import { main, run, tool } from "./programs.mjs";

const PARTS = ["shared", "server", "client", "client/worker", "e2e", "bench", "cluster", "checks"];

await main(async () => {
  let worst = 0;
  for (const part of PARTS) {
    // each checker goes through the types of the database's library anew, which takes longer than all of ours
    const { code } = await run(process.execPath, tool("typescript", "-p", part, "--checkers", "1"));
    worst = Math.max(worst, code);
  }
  return worst;
});
