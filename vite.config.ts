import { join } from "node:path";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const folder = (name: string) => join(import.meta.dirname, name);
const server = "http://127.0.0.1:3000";

/** The client's build and dev server, and the test projects of all workspaces. */
export default defineConfig({
  root: folder("client"),
  plugins: [react(), tailwind()],
  build: {
    outDir: folder("client/dist"),
    emptyOutDir: true,
    // The page is served with a content security policy without 'unsafe-inline': nothing may be written into index.html.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
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
        root: folder("server"),
        test: {
          name: "server",
          environment: "node",
          include: ["src/**/*.test.ts"],
          globalSetup: [folder("server/src/test/mongod.ts")],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root: folder("client"),
        plugins: [react()],
        test: { name: "client", environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"] },
      },
    ],
  },
});
