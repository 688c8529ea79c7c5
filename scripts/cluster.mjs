// `npm run cluster`: three mongods, two servers and a balancer on this machine, to see what happens when one of them ends.
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { isStopped, main, run } from "./programs.mjs";

await main(async () => {
  await prepare();
  await build();
  if (isStopped()) return 130;
  const args = ["--import", "./scripts/endWithParent.mjs", "--import", "tsx", "cluster/main.ts"];
  const { code } = await run(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  return code;
});
