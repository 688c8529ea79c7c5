// `npm run bench`: measures the built product beside a bare baseline; `-- --quick` in less than three minutes.
import { build } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { prepare } from "./prepare.mjs";
import { formatDocs, main, run } from "./programs.mjs";

await main(async () => {
  await prepare();
  await build();
  const env = { CHROMIUM_BINARY: await findChromium({ asPeopleHave: true }) };
  const args = ["--import", "tsx", "bench/main.ts", ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { env });
  await formatDocs();
  return code;
});
