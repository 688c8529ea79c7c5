import type { Plugin } from "vite";

/**
 * The server checks what comes in and what goes out by the shapes in shared/; the client only needs their types and where an
 * endpoint is. So endpoints leave their shapes out, and what nobody names any more isn't loaded. A shape that is named, such as
 * that of a handle, is there.
 */
export function withoutShapes(folder: string): Plugin {
  return {
    name: "without-shapes",
    apply: "build",
    // after TypeScript has become JavaScript
    enforce: "post",
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const edits: Edit[] = [];
      for (const { at, end, shapes } of declarations(this.parse(code))) {
        for (const shape of shapes) edits.push({ ...shape, text: "undefined" });
        // calls may do anything: only a function that is marked as pure is left out where its answer isn't used
        edits.push({ at, end: at, text: "/* @__PURE__ */ (() => (" }, { at: end, end, text: "))()" });
      }
      return { code: edited(code, edits), map: null };
    },
  };
}

interface Edit {
  at: number;
  end: number;
  text: string;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** The values of a module's constants that are made by calls, and the shapes of the endpoints in them. */
function declarations(program: unknown) {
  const found: { at: number; end: number; shapes: { at: number; end: number }[] }[] = [];
  for (const statement of (program as { body: Node[] }).body) {
    const declaration = (statement["declaration"] ?? statement) as Node;
    if (declaration.type !== "VariableDeclaration") continue;
    for (const { init } of declaration["declarations"] as { init: Node | null }[]) {
      if (!init) continue;
      const calls = callsIn(init);
      if (calls.length === 0) continue;
      const shapes = calls
        .filter(({ callee }) => /^(open)?endpoint$/i.test(String((callee as Node)["name"])))
        .flatMap((call) => (call["arguments"] as Node[]).slice(2))
        .map(({ start, end }) => ({ at: start, end }));
      found.push({ at: init.start, end: init.end, shapes });
    }
  }
  return found;
}

/** All calls that happen when the value is made: not those in functions. */
function callsIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(callsIn);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  if (/Function/.test(String(node.type))) return [];
  const inner = Object.values(node).flatMap(callsIn);
  return node.type === "CallExpression" || node.type === "NewExpression" ? [node, ...inner] : inner;
}

const edited = (code: string, edits: Edit[]): string =>
  edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.end), code);
