// `npm run meridian -- …`: the operator's commands.
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { main, run } from "./programs.mjs";

await main(async () => {
  await prepare();
  await build(["server"]);
  const args = ["--enable-source-maps", "server/dist/meridian.js", ...process.argv.slice(2)];
  // It may ask for a password, so the terminal is its own.
  const { code } = await run(process.execPath, args, { terminal: true });
  return code;
});
