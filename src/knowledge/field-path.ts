import { yaml } from "./yaml.ts";

/** Way to a field of a JSON file: names of members and indexes of items. */
export type FieldPath = readonly (string | number)[];

/** The path as people write it: `workarounds[0].how`; `null` for the whole file. */
export function formatFieldPath(path: FieldPath): string | null {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return text === "" ? null : text.replace(/^\./, "");
}

/** Finds the 1-based lines of fields in the text of one JSON file, parsed at the first question. */
export function fieldLines(text: string): (path: FieldPath) => number | null {
  let find: ((path: FieldPath) => number | null) | undefined;
  return (path) => {
    find ??= indexLines(text);
    return find(path);
  };
}

/** JSON is a subset of YAML, whose parser keeps the place of every value. */
function indexLines(text: string): (path: FieldPath) => number | null {
  const { LineCounter, isNode, parseDocument } = yaml();
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: "json",
    logLevel: "silent",
  });
  return (path) => {
    // A field that is missing is pointed at through the nearest one that holds it.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        return counter.linePos(node.range[0]).line;
      }
    }
    return null;
  };
}
