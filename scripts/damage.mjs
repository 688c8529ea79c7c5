// `npm run check:damage`: whether what breaks a promise is noticed; `-- replay` only those that say so.
import { findChromium } from "./chromium.mjs";
import { prepare } from "./prepare.mjs";
import { formatDocs, main, run } from "./programs.mjs";

await main(async () => {
  await prepare();
  const env = { CHROMIUM_BINARY: await findChromium() };
  const args = ["--import", "tsx", "checks/damage/main.ts", ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { env });
  await formatDocs();
  return code;
});
