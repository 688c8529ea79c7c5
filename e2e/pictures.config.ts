import { defineConfig } from "@playwright/test";
import config from "./playwright.config.ts";

/** The pictures of the README, by `npm run pictures`. */
export default defineConfig({ ...config, testMatch: "pictures.ts", workers: 1, timeout: 180_000 });
