// `npm start`: from a fresh clone to a running server.
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { isStopped, main, run } from "./programs.mjs";

await main(async () => {
  await prepare();
  await build();
  if (isStopped()) return 130;
  const args = ["--import", "./scripts/endWithParent.mjs", "--enable-source-maps", "server/dist/main.js"];
  const { code } = await run(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  return code;
});
