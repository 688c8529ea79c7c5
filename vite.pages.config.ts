import { join } from "node:path";
import { defineConfig } from "vite";
import { icons } from "./scripts/vite/icons.ts";
import { withoutShapes } from "./scripts/vite/withoutShapes.ts";

const folder = (name: string) => join(import.meta.dirname, name);

/** What the server draws Home with, by the client's own components: as plain JavaScript for Node, with all that it needs. */
export default defineConfig({
  root: folder("client"),
  publicDir: false,
  plugins: [icons(folder("client/package.json")), withoutShapes(folder("shared/src"))],
  build: {
    ssr: folder("client/src/app/renderHome.tsx"),
    outDir: folder("client/dist-server"),
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: {
      onLog: (level, log, say) => {
        // "use client" means nothing here
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") say(level, log);
      },
    },
  },
  // React has a version for development beside it, which would be brought along
  define: { "process.env.NODE_ENV": '"production"' },
  ssr: { noExternal: true, target: "node" },
});
