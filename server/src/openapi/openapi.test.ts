import { describe, expect, it } from "vitest";
import { useServer } from "../test/startServer.ts";

const server = useServer();
const get = async (path: string) => {
  const response = await fetch(`${server.node.url}/api${path}`);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, unknown> };
}

describe("the described interface", () => {
  it("has every endpoint, each under a name of its own", async () => {
    const { paths } = JSON.parse((await get("/openapi.json")).text) as Document;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    const served = server.node.routes.endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual([...served, "PUT /people/:id/avatar"].toSorted());
    const names = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(["/openapi.json", "/events.json"])("has no reference in %s that leads nowhere", async (path) => {
    const { text } = await get(path);
    const { schemas } = (JSON.parse(text) as Document).components;
    const references = [...text.matchAll(/"\$ref":"#\/([^"]*)"/g)].map((match) => match[1]!);
    const lost = references.filter(
      (one) => one !== "channels/live" && !((one.split("/")[2] ?? "") in schemas),
    );
    expect(lost).toEqual([]);
    expect(references.length).toBeGreaterThan(10);
  });

  it("is read on a page whose every script and style comes from here", async () => {
    const { text, type } = await get("/docs");
    expect(type).toContain("text/html");
    const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    for (const file of files) expect([file, (await get(`/${file}`)).status]).toEqual([file, 200]);
    expect(text).not.toMatch(/<script>|style=|https?:/);
  });
});
