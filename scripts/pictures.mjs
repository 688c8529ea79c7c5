// `npm run pictures`: takes the README's pictures of the made-up company anew.
import { build } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { prepare } from "./prepare.mjs";
import { main, run, tool } from "./programs.mjs";

await main(async () => {
  await prepare();
  await build();
  const env = { CHROMIUM_BINARY: await findChromium() };
  const { code } = await run(
    process.execPath,
    tool("@playwright/test", "test", "-c", "e2e/pictures.config.ts"),
    { env },
  );
  return code;
});
