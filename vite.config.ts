import { join } from "node:path";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { firstLoad } from "./scripts/vite/firstLoad.ts";
import { icons } from "./scripts/vite/icons.ts";
import { withoutShapes } from "./scripts/vite/withoutShapes.ts";
import { worker } from "./scripts/vite/worker.ts";

const folder = (name: string) => join(import.meta.dirname, name);
const server = "http://127.0.0.1:3000";

/** The names of emoji in each language, from our own server instead of somebody's. */
function emojiNames(): Plugin {
  const require = createRequire(join(import.meta.dirname, "client/package.json"));
  const files = ["en", "fr", "de"].flatMap((language) =>
    ["data", "messages"].map((kind) => `${language}/${kind}.json`),
  );
  const read = (file: string) => readFileSync(require.resolve(`emojibase-data/${file}`));
  return {
    name: "emoji-names",
    configureServer({ middlewares }) {
      middlewares.use("/emoji", (request, response, next) => {
        const file = files.find((name) => request.url === `/${name}`);
        if (!file) return next();
        response.setHeader("Content-Type", "application/json").end(read(file));
      });
    },
    generateBundle() {
      for (const file of files)
        this.emitFile({ type: "asset", fileName: `emoji/${file}`, source: read(file) });
    },
  };
}

/** The client's build and dev server, and the test projects of all workspaces. */
export default defineConfig({
  root: folder("client"),
  plugins: [
    react(),
    tailwind(),
    emojiNames(),
    icons(folder("client/package.json")),
    withoutShapes(folder("shared/src")),
    firstLoad({
      entry: folder("client/src/main.tsx"),
      home: folder("client/src/app/start.tsx"),
      languages: ["en", "fr", "de"].map((language) => folder(`client/src/lib/languages/${language}.ts`)),
      font: "inter-latin-wght",
      budget: 130_000,
    }),
    worker(folder("client/worker/worker.ts")),
  ],
  build: {
    outDir: folder("client/dist"),
    emptyOutDir: true,
    // The page is served with a content security policy without 'unsafe-inline': nothing may be written into index.html.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_f, deps, { hostType }) => (hostType === "html" ? deps : []),
    },
  },
  server: {
    proxy: {
      "/api": server,
      "/healthz": server,
      "/readyz": server,
      "/socket.io": { target: server, ws: true },
    },
  },
  test: {
    projects: [
      {
        root: folder("shared"),
        test: { name: "shared", environment: "node", include: ["src/**/*.test.ts"] },
      },
      {
        root: folder("scripts"),
        test: { name: "scripts", environment: "node", include: ["**/*.test.ts"] },
      },
      {
        root: folder("server"),
        test: {
          name: "server",
          environment: "node",
          include: ["src/**/*.test.ts"],
          globalSetup: [folder("server/src/test/mongod.ts")],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          // many of them wait for a mongod that starts or hangs
          maxWorkers: 3,
          // to load the whole server anew for each file takes longer than most files take; each has a database of its own
          isolate: false,
          retry: process.env["CI"] ? 1 : 0,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root: folder("client"),
        plugins: [react()],
        test: {
          name: "client",
          environment: "jsdom",
          include: ["src/**/*.test.{ts,tsx}"],
          // to make a document for each file takes six times as long as all tests
          isolate: false,
          setupFiles: [folder("client/src/test/anew.ts")],
        },
      },
    ],
  },
});
