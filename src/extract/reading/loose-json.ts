/** A value of JSON, a Python `repr` or JavaScript's `inspect`; numbers and other literals as written. */
export type LooseValue = string | null | readonly LooseValue[] | LooseObject;

export type LooseObject = ReadonlyMap<string, LooseValue>;

/** What is left out of what is read. */
const caps = { depth: 12, values: 1_000 } as const;

/**
 * Reads an object as services, Python and Node print them: either kind of quotes, bare keys, Kibana's
 * `"""`, trailing commas. `null` for what is no object, is deeper or larger than the caps, or is cut off.
 */
export function readLooseJson(text: string): LooseObject | null {
  const scan: Scan = { text, at: 0, values: 0 };
  skipBlank(scan);
  if (text[scan.at] !== "{") return null;
  const value = readValue(scan, 0);
  return value instanceof Map ? value : null;
}

interface Scan {
  text: string;
  at: number;
  values: number;
}

/** `undefined` where the text is none of a value, or goes beyond the caps. */
function readValue(scan: Scan, depth: number): LooseValue | undefined {
  skipBlank(scan);
  scan.values += 1;
  if (depth > caps.depth || scan.values > caps.values) return undefined;
  const first = scan.text[scan.at];
  if (first === "{") return readObject(scan, depth);
  if (first === "[") return readList(scan, depth);
  const start = /^[ubrf]["']/.test(scan.text.slice(scan.at, scan.at + 2)) ? 1 : 0;
  const quote = scan.text[scan.at + start];
  if (quote === '"' || quote === "'" || quote === "`") {
    scan.at += start;
    return readString(scan, quote);
  }
  return readLiteral(scan);
}

function readObject(scan: Scan, depth: number): LooseObject | undefined {
  const object = new Map<string, LooseValue>();
  scan.at += 1;
  while (!isAt(scan, "}")) {
    const key = readValue(scan, depth + 1);
    if (typeof key !== "string" || !isAt(scan, ":")) return undefined;
    const value = readValue(scan, depth + 1);
    if (value === undefined) return undefined;
    object.set(key, value);
    if (!isAt(scan, ",") && scan.text[scan.at] !== "}") return undefined;
  }
  return object;
}

function readList(scan: Scan, depth: number): LooseValue[] | undefined {
  const list: LooseValue[] = [];
  scan.at += 1;
  while (!isAt(scan, "]")) {
    const value = readValue(scan, depth + 1);
    if (value === undefined) return undefined;
    list.push(value);
    if (!isAt(scan, ",") && scan.text[scan.at] !== "]") return undefined;
  }
  return list;
}

/** Steps over a mark and the blanks around it. */
function isAt(scan: Scan, mark: string): boolean {
  skipBlank(scan);
  if (scan.text[scan.at] !== mark) return false;
  scan.at += 1;
  return true;
}

function skipBlank(scan: Scan): void {
  while (/\s/.test(scan.text.charAt(scan.at))) scan.at += 1;
}

function readString(scan: Scan, quote: string): string | undefined {
  const close = scan.text.startsWith('"""', scan.at) ? '"""' : quote;
  let text = "";
  scan.at += close.length;
  while (scan.at < scan.text.length) {
    if (scan.text.startsWith(close, scan.at)) {
      scan.at += close.length;
      return text;
    }
    const character = scan.text.charAt(scan.at);
    const isEscape = character === "\\" && close.length === 1;
    text += isEscape ? readEscape(scan) : character;
    scan.at += 1;
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "", t: "\t", b: "", f: "" };

/** Reads what stands behind a backslash and leaves the place on its last character. */
function readEscape(scan: Scan): string {
  scan.at += 1;
  const letter = scan.text.charAt(scan.at);
  const code = letter === "u" ? /^[\da-f]{4}/i.exec(scan.text.slice(scan.at + 1))?.[0] : undefined;
  if (code === undefined) return escapes[letter] ?? letter;
  scan.at += code.length;
  return String.fromCharCode(Number.parseInt(code, 16));
}

function readLiteral(scan: Scan): string | null | undefined {
  const found = /^(?:\[\w{1,20}\]|[\w$.+-]{1,60})/.exec(
    scan.text.slice(scan.at, scan.at + 64),
  )?.[0];
  if (found === undefined) return undefined;
  scan.at += found.length;
  return /^(?:null|None|undefined|nil)$/.test(found) ? null : found;
}
