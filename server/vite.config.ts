import { join } from "node:path";
import { defineConfig } from "vite";

const folder = (name: string) => join(import.meta.dirname, name);

/** The server as plain JavaScript for Node: our own code in a few files, everything from node_modules left there. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: folder("dist"),
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: folder("src/main.ts"), meridian: folder("src/cli/meridian.ts") },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  // Shared code is TypeScript in a linked folder: Node could not read it.
  ssr: { noExternal: ["@meridian/shared"], target: "node" },
});
