import type { DrawnHome, Reader } from "@meridian/shared/start";
import { renderToString } from "react-dom/server";
import { signedIn, signedOut } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { drawFor, loadLanguages } from "../lib/language.ts";
import { standAt } from "../lib/navigation.ts";
import { hold } from "./first.ts";
import { openPage } from "./pages.ts";
import { Root } from "./Root.tsx";

await Promise.all([loadLanguages(), standAt("/", openPage)]);

/**
 * On the server: Home as its reader will see it first, as HTML, and its language. What the page is made from is held by modules, as
 * in a browser, but for this one drawing only: nothing in it waits, so no other reader's can come between.
 */
export function renderHome(given: DrawnHome, reader: Reader): { html: string; language: string } {
  const language = drawFor(reader);
  try {
    signedIn({ accessToken: "", expiresIn: 0, me: given.me });
    hold(given);
    return { html: renderToString(<Root />), language };
  } finally {
    queryClient.clear();
    signedOut();
  }
}
