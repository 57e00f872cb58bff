/**
 * A part of a wording that differs from report to report. `name` is a short quoted text that may
 * identify the error; the others never do. `any` is where the wording itself leaves something out.
 */
export interface VariablePart {
  kind: "name" | "number" | "path" | "device" | "list" | "any";
  start: number;
  end: number;
}

const longestName = 120;
const longestList = 600;
const bareDevices = new Set(["cpu", "cuda", "mps", "xpu", "npu", "meta", "hpu", "xla"]);
const units = new Set([
  "b",
  "kb",
  "mb",
  "gb",
  "tb",
  "kib",
  "mib",
  "gib",
  "tib",
  "bytes",
  "ms",
  "s",
]);

/**
 * Finds the variable parts of a known error's wording, in order and without overlap. The text is a
 * `plainText`: one line, every quote a `'`.
 */
export function findVariableParts(text: string): VariablePart[] {
  const parts: VariablePart[] = [];
  const namesDevice = /\b(?:cuda|xpu|npu|mps|hpu|xla):\d/.test(text);
  const hasPath = /[/\\]/.test(text);
  for (let at = 0; at < text.length; at++) {
    if (continuesWord(text, at)) {
      continue;
    }
    const part =
      elision(text, at) ??
      placeholder(text, at) ??
      list(text, at) ??
      quoted(text, at) ??
      (hasPath && startsToken(text, at) ? path(text, at) : null) ??
      (namesDevice && startsToken(text, at) ? device(text, at) : null) ??
      digest(text, at) ??
      number(text, at);
    if (part !== null && part.end > part.start) {
      parts.push(part);
      at = part.end - 1;
    }
  }
  return parts;
}

/** Whether a letter stands behind another word character, where no variable part begins. */
function continuesWord(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at)) && at > 0 && isWordUnit(text.charCodeAt(at - 1));
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHexadecimal(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x66);
}

function elision(text: string, at: number): VariablePart | null {
  if (text[at] === "\u2026") {
    return { kind: "any", start: at, end: at + 1 };
  }
  return text.startsWith("...", at) ? { kind: "any", start: at, end: at + 3 } : null;
}

/** Of format strings: `{name}`, `{0:.2f}`, `{}`, `%s`. */
function placeholder(text: string, at: number): VariablePart | null {
  if (text[at] !== "{" && text[at] !== "%") {
    return null;
  }
  const found = /^(?:\{[\w.!:]{0,40}\}|%[sdrif](?!\w))/.exec(text.slice(at, at + 44));
  return found === null ? null : { kind: "any", start: at, end: at + found[0].length };
}

/** A printed list, tuple of numbers or dictionary; `[Errno 24]` and `[ONNXRuntimeError]` are wording. */
function list(text: string, at: number): VariablePart | null {
  const opening = text[at];
  if (opening !== "[" && opening !== "{") {
    return null;
  }
  const closing = opening === "[" ? "]" : "}";
  let depth = 0;
  for (let end = at; end < Math.min(text.length, at + longestList); end++) {
    depth += text[end] === opening ? 1 : text[end] === closing ? -1 : 0;
    if (depth === 0) {
      const inner = text.slice(at + 1, end);
      const isList = inner === "" || /[',]/.test(inner) || /^[\d\s.x-]+$/.test(inner);
      return isList ? { kind: "list", start: at, end: end + 1 } : null;
    }
  }
  return null;
}

/** What stands between quotes; a phrase of several words is wording. */
function quoted(text: string, at: number): VariablePart | null {
  if (text[at] !== "'" || isWordAt(text, at - 1) || isGap(text[at + 1])) {
    return null;
  }
  let end = at + 1;
  do {
    end = text.indexOf("'", end + 1);
  } while (end > 0 && isWordAt(text, end + 1));
  const inner = text.slice(at + 1, end);
  if (end < 0 || inner.length > longestName || isGap(inner.at(-1)) || countWords(inner) > 3) {
    return null;
  }
  return { kind: isPath(inner) ? "path" : "name", start: at + 1, end };
}

function path(text: string, at: number): VariablePart | null {
  const found = /^[^\s'<>|]+/.exec(text.slice(at, at + 400))?.[0] ?? "";
  const token = found.replace(/[.,;:)\]}!?]+$/, "");
  return isPath(token) ? { kind: "path", start: at, end: at + token.length } : null;
}

/** `cuda:0`; in a wording with such a device also a plain `cpu`. */
function device(text: string, at: number): VariablePart | null {
  const found = /^([a-z]+)(?::\d+)?(?!\w)/.exec(text.slice(at, at + 12));
  const isDevice = found !== null && bareDevices.has(found[1] ?? "");
  return isDevice ? { kind: "device", start: at, end: at + found[0].length } : null;
}

/** Ids of requests and commits, with their hyphens. */
function digest(text: string, at: number): VariablePart | null {
  if (!isHexadecimal(text.charCodeAt(at)) || isWordAt(text, at - 1)) {
    return null;
  }
  const found = /^(?:\d-)?[\da-f]{7,}(?:[-;][\da-f]{3,})*(?!\w)/.exec(text.slice(at, at + 120));
  const isDigest = found !== null && /\d/.test(found[0]);
  return isDigest ? { kind: "number", start: at, end: at + found[0].length } : null;
}

/** Counts, sizes with their unit, versions, addresses; not `4-bit`, `fp16` or `libcudnn.so.8`. */
function number(text: string, at: number): VariablePart | null {
  const before = text[at - 1] ?? "";
  if (!isDigit(text.charCodeAt(at)) || isWordAt(text, at - 1)) {
    return null;
  }
  const found = /^(?:0x[\da-f]+|\d[\d.,:]*\d|\d)(?:\+[a-z]+\d+)?/i.exec(text.slice(at, at + 40));
  const value = found?.[0] ?? "";
  const end = at + value.length;
  const isNamePart = before === "." && !/\.\d+\./.test(text.slice(at - 1, end + 1));
  if (isNamePart || isWordAt(text, end) || /^-[a-z]/i.test(text.slice(end, end + 2))) {
    return null;
  }
  const unit = /^ ?([A-Za-z]+)\b/.exec(text.slice(end, end + 8));
  const hasUnit = unit !== null && units.has((unit[1] ?? "").toLowerCase());
  return { kind: "number", start: at, end: hasUnit ? end + unit[0].length : end };
}

function isPath(token: string): boolean {
  return (
    /^(?:[A-Za-z]:)?[/\\][\w.]|^\.{0,2}[/\\]\w|^~[/\\]/.test(token) ||
    token.includes("://") ||
    /^[\w.-]+\/[\w.-]*[a-z][\w.-]*(?:\/|$)/i.test(token) ||
    token.split(/[/\\]/).length > 3
  );
}

function startsToken(text: string, at: number): boolean {
  return at === 0 || /[\s([{=:'"<,]/.test(text[at - 1] ?? "");
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}_]/u.test(text[at] ?? "");
}

function isGap(character: string | undefined): boolean {
  return character === undefined || character === " ";
}

function countWords(text: string): number {
  return text.split(" ").length;
}
