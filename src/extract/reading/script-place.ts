/** Where a tool says that something is: `file:line:column` taken apart. */
export interface Place {
  file: string;
  /** 1-based. */
  line: number;
  hasColumn: boolean;
}

/** Longest place that is read, in characters: addresses of bundles carry long queries. */
const longest = 800;

/** Reads `file:line:column` or `file:line`; `null` where no number ends the text. */
export function placeOf(text: string): Place | null {
  if (text.length > longest) return null;
  const last = numberBehind(text);
  if (last === null) return null;
  const line = numberBehind(last.before);
  const { before: file, value } = line ?? last;
  return file === "" ? null : { file, line: value, hasColumn: line !== null };
}

/** Splits off the number behind the last colon. */
function numberBehind(text: string): { before: string; value: number } | null {
  const colon = text.lastIndexOf(":");
  const digits = text.slice(colon + 1);
  if (colon < 0 || !/^\d{1,9}$/.test(digits)) return null;
  return { before: text.slice(0, colon), value: Number(digits) };
}

/** True for files that can only be a script's, or a page's that holds one; `VM12` and `(index)` are Chrome's names. */
export function isScriptFile(file: string): boolean {
  const path = file.split(/[?#]/, 1)[0] ?? "";
  return (
    /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|bundle)$/.test(path) ||
    /^(?:VM\d{1,7}|\(index\))$/.test(path)
  );
}
