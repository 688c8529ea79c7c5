// `npm run dev`: the server, started again at each change, and Vite's server for the client in front of it.
import { prepare } from "./prepare.mjs";
import { endAll, isStopped, main, run, tool } from "./programs.mjs";

await main(async () => {
  await prepare();
  const halves = [
    tool("tsx", "watch", "--clear-screen=false", "server/src/main.ts"),
    tool("vite", "--config", "vite.config.ts", "--clearScreen", "false"),
  ];
  const ends = await Promise.all(
    halves.map(async (args) => {
      const { code } = await run(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
      // One half alone is of no use. But tsx takes a second signal for impatience, and kills the server outright.
      if (!isStopped()) endAll();
      return code;
    }),
  );
  return Math.max(...ends);
});
