import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Rolldown } from "vite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withoutShapes } from "./withoutShapes.ts";

let folder: string;
beforeEach(async () => void (folder = await realpath(await mkdtemp(join(tmpdir(), "without-shapes-")))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a page loads that says this, of an endpoint module with a shape, a rule and a constant of its own. */
async function built(entry: string): Promise<string> {
  await writeFile(
    join(folder, "api.ts"),
    `const object = (shape: object) => ({ shape, check: (value: unknown) => "checked " + String(value) });
    const endpoint = (method: string, path: string, input: unknown, output: unknown) => ({ method, path, input, output });
    export const Handle = object({ kind: "a handle" });
    export const Post = object({ kind: "a post" });
    export const postsApi = { show: endpoint("GET", "/posts/:id", object({ kind: "an id" }), Post) };
    export const limits = new Map([["body", 10_000]]);
    export const canShow = (state: string) => state === "visible";`,
  );
  await writeFile(join(folder, "entry.ts"), entry);
  const { output } = (await build({
    configFile: false,
    logLevel: "silent",
    root: folder,
    plugins: [withoutShapes(folder)],
    build: { write: false, minify: false, rolldownOptions: { input: join(folder, "entry.ts") } },
  })) as Rolldown.RolldownOutput;
  return output.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
}

it("leaves an endpoint its method and path, and none of its shapes", async () => {
  const code = await built(`import { postsApi } from "./api.ts"; console.log(postsApi.show);`);
  expect(code).toContain("/posts/:id");
  expect(code).not.toMatch(/a post|an id|a handle/);
});

it("keeps a shape that is named, and no other", async () => {
  const code = await built(`import { Handle } from "./api.ts"; console.log(Handle.check("ana"));`);
  expect(code).toContain("a handle");
  expect(code).not.toMatch(/a post|an id|posts/);
});

it("keeps rules and constants as they were", async () => {
  const code = await built(
    `import { canShow, limits } from "./api.ts"; globalThis.said = [canShow("visible"), limits.get("body")];`,
  );
  // oxlint-disable-next-line no-eval -- the code is this test's own
  const said: unknown = (0, eval)(`${code}; globalThis.said`);
  expect(said).toEqual([true, 10_000]);
});
