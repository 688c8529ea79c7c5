import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/**
 * Every icon is imported from its own file. Through the list of all icons, which Home needs too, those of late pages would
 * come with the first load.
 */
export function icons(importer: string): Plugin {
  const folder = join(dirname(createRequire(importer).resolve("lucide-react/package.json")), "dist/esm");
  const files = new Map(
    [
      ...readFileSync(join(folder, "lucide-react.mjs"), "utf8").matchAll(
        /^export \{ (.*) \} from '(\.\/icons\/.*)';$/gm,
      ),
    ].flatMap(([, names = "", file = ""]) =>
      names.split(", ").map((name) => [name.replace("default as ", ""), join(folder, file)] as const),
    ),
  );
  return {
    name: "icons",
    apply: "build",
    // after TypeScript has become JavaScript
    enforce: "post",
    transform: {
      filter: { code: '"lucide-react"' },
      handler: (code) => ({
        code: code.replaceAll(/import \{([^}]*)\} from "lucide-react";/g, (_all, names: string) =>
          names
            .split(",")
            .map((one) => one.trim().split(" as "))
            .map(([name = "", as = name]) => `import ${as} from ${JSON.stringify(files.get(name))};`)
            .join(" "),
        ),
        map: null,
      }),
    },
  };
}
