import { gzipSync } from "node:zlib";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

interface FirstLoad {
  /** Fetches and asks for the rest; what it imports is in a file of its own. */
  entry: string;
  /** What it fetches to draw Home; all that this imports is in one file. */
  home: string;
  /** One of these comes too: the reader's. */
  languages: string[];
  /** Begins the name of the font file that the page shows most of its text in: asked for before a style does. */
  font: string;
  /** Bytes of JavaScript, gzipped. */
  budget: number;
}

/**
 * What a browser loads before Home can be used: two files and the texts of one language, the larger file asked for by the page
 * itself. The build says how much that is, and fails where it is more than the budget.
 */
export function firstLoad({ entry, home, languages, font, budget }: FirstLoad): Plugin {
  let started: Set<string> | undefined;
  let drawn: Set<string> | undefined;
  const name = (file: string, modules: Set<string>, id: string) => (modules.has(id) ? file : null);
  return {
    name: "first-load",
    apply: "build",
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                // what both need comes with the first
                {
                  debugName: "start",
                  name: (id, modules) => name("start", (started ??= importsOf(entry, modules)), id),
                  priority: 2,
                },
                {
                  debugName: "home",
                  name: (id, modules) => name("home", (drawn ??= importsOf(home, modules)), id),
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    }),
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => [
        ...filesWith(bundle, [home])
          .filter(({ fileName }) => !html.includes(fileName))
          .map(({ fileName }) => link(fileName, { rel: "modulepreload" })),
        ...Object.keys(bundle)
          .filter((file) => file.includes(font))
          .map((file) => link(file, { rel: "preload", as: "font", type: "font/woff2" })),
      ],
    },
    // after the lists of what late parts need have been written into them
    writeBundle(_options, bundle) {
      const texts = languages
        .flatMap((language) => filesWith(bundle, [language]))
        .toSorted((a, b) => zipped(b.code) - zipped(a.code));
      const files = [...filesWith(bundle, [entry, home]), ...texts.slice(0, 1)];
      const bytes = files.reduce((sum, { code }) => sum + zipped(code), 0);
      const said = `First load of Home: ${kB(bytes)} kB of JavaScript, gzipped, of ${kB(budget)} kB in ${files.length} files`;
      if (bytes > budget) this.error(`${said}. The largest parts:\n${largest(files)}`);
      console.log(`${said}.`);
    },
  };
}

const link = (file: string, attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { ...attrs, crossorigin: true, href: `/${file}` },
  injectTo: "head",
});

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** A module and all that it imports, but what comes later. */
function importsOf(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) importsOf(imported, modules, seen);
  return seen;
}

/** The files that hold these modules, and those that they need. */
function filesWith(bundle: Rolldown.OutputBundle, modules: string[]): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const found = new Set(chunks.filter((chunk) => modules.some((id) => chunk.moduleIds.includes(id))));
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}

/** By package, or by folder of ours. */
function largest(files: Rolldown.OutputChunk[]): string {
  const sums = new Map<string, number>();
  for (const [id, { code }] of files.flatMap(({ modules }) => Object.entries(modules))) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? id.split("/").slice(-2).join("/");
    sums.set(name, (sums.get(name) ?? 0) + zipped(code ?? ""));
  }
  return [...sums]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 20)
    .map(([name, bytes]) => `${kB(bytes).padStart(8)} kB  ${name}`)
    .join("\n");
}

const zipped = (code: string): number => gzipSync(code, { level: 9 }).length;
const kB = (bytes: number): string => (bytes / 1_000).toFixed(1);
