import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, transformWithOxc } from "vite";

/**
 * Builds the service worker as /worker.js, with the names of all files of this version in it; the page says in a meta element
 * which version it is. Left out are the emoji's names, which are larger than everything else and wanted by few.
 */
export function worker(source: string): Plugin {
  return {
    name: "worker",
    apply: "build",
    // once index.html and the public files are in place
    writeBundle: {
      order: "post",
      async handler({ dir = "" }, bundle) {
        const index = join(dir, "index.html");
        const page = readFileSync(index, "utf8");
        const built = Object.keys(bundle).filter((file) => file.startsWith("assets/"));
        const beside = readdirSync(dir, { withFileTypes: true })
          .filter((entry) => entry.isFile() && !/^\.|^index\.html$|^worker\.js$/.test(entry.name))
          .map(({ name }) => name);
        const files = ["/", ...[...built, ...beside].toSorted().map((file) => `/${file}`)];
        const hash = createHash("sha256").update(page).update(files.join("\n"));
        for (const file of beside) hash.update(readFileSync(join(dir, file)));
        const version = hash.digest("hex").slice(0, 12);
        writeFileSync(
          index,
          page.replace("</head>", `  <meta name="version" content="${version}" />\n  </head>`),
        );
        const { code } = await transformWithOxc(readFileSync(source, "utf8"), source, { sourcemap: false });
        const known = `const version = "${version}";\nconst files = ${JSON.stringify(files)};\n`;
        writeFileSync(join(dir, "worker.js"), known + code);
      },
    },
  };
}
