import type { Endpoint } from "@meridian/shared/endpoint";
import express, { type Router } from "express";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { openApiDocument } from "./document.ts";
import { eventsDocument } from "./events.ts";

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Meridian: the public interface</title>
    <link rel="stylesheet" href="docs/swagger-ui.css" />
    <script src="docs/swagger-ui-bundle.js" defer></script>
    <script src="docs/open.js" defer></script>
  </head>
  <body><main id="interface"></main></body>
</html>
`;

const opening = `SwaggerUIBundle({ url: "openapi.json", dom_id: "#interface", deepLinking: true, validatorUrl: null });\n`;

/** openapi.json, events.json and a page to read them on, below /api. Made when they are first asked for. */
export function openApiRoutes(endpoints: () => Endpoint[], publicUrl: () => string): Router {
  const router = express.Router();
  let openApi: object | undefined;
  let events: object | undefined;
  const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

  router.get("/openapi.json", (_request, response) => {
    response.json((openApi ??= openApiDocument(endpoints(), publicUrl())));
  });
  router.get("/events.json", (_request, response) => {
    response.json((events ??= eventsDocument(publicUrl())));
  });
  router.get("/docs", (_request, response) => {
    response.type("html").send(page);
  });
  router.get("/docs/open.js", (_request, response) => {
    response.type("js").send(opening);
  });
  for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
    router.get(`/docs/${file}`, (_request, response) => {
      response.sendFile(file, { root: swagger });
    });
  }
  return router;
}
