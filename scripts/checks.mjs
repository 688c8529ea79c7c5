// `npm run check:long`: the promises of docs/reliability.md, one by one, with faults on purpose; `-- D1 R4` only these.
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { formatDocs, isStopped, main, run } from "./programs.mjs";

await main(async () => {
  await prepare();
  await build();
  if (isStopped()) return 130;
  const loaded = ["--import", "./scripts/endWithParent.mjs", "--import", "tsx"];
  const args = [...loaded, "checks/main.ts", ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  await formatDocs();
  return code;
});
