import type { Family } from "./family.ts";
import { isVerbatim } from "./block.ts";
import { codeSpans } from "./code-spans.ts";
import { lineReading, singleLineReading } from "./line-reading.ts";

/** Diagnostics of compilers and linkers: gcc, clang, MSVC, rustc, tsc, go, ld. Warnings are none. */
export const compiler: Family = {
  name: "compiler",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined) return null;
    const text = line.text.trim();
    const found = readDiagnostic(text);
    if (found === null && !isVerbatim(line)) {
      const quoted = text.startsWith("`")
        ? readDiagnostic(codeSpans(text)[0] ?? text.slice(1))
        : null;
      return quoted && singleLineReading(lines, at, { ...quoted, kind: "line", language: "other" });
    }
    return found && lineReading(lines, at, { ...found, kind: "line", language: "other" });
  },
};

interface Diagnostic {
  type: string;
  message: string;
}

function readDiagnostic(text: string): Diagnostic | null {
  const rust = /^error(?:\[(E\d{4})\])?: (?=\S)/.exec(text);
  if (rust?.[1] !== undefined) return { type: rust[1], message: text.slice(rust[0].length) };
  return readCoded(text) ?? readPlain(text) ?? readGo(text);
}

/** MSVC and tsc: `a.cpp(12,3): error C2440: message`, `a.ts:1:2 - error TS2304: message`. */
function readCoded(text: string): Diagnostic | null {
  const at = text.search(/(?::| -) (?:fatal )?error [A-Z]{1,4}\d{2,5}: ?/);
  if (at <= 0 || !/[):\d]$|LINK$|\.obj$/.test(text.slice(0, at).trimEnd())) return null;
  const found = /error ([A-Z]{1,4}\d{2,5}): ?(.*)$/.exec(text.slice(at, at + 2_000));
  return found === null ? null : { type: found[1] ?? "", message: (found[2] ?? "").trim() };
}

/** `a.c:12:3: error: message`, `clang: error: message`, `/usr/bin/ld: fatal error: message`. */
function readPlain(text: string): Diagnostic | null {
  const found =
    /^((?:[A-Za-z]:)?[^\s:"'`]{1,300}(?::\d{1,7}){0,2}|[\w.+-]{1,40}): (?:fatal )?error: (?=\S)/.exec(
      text,
    );
  return found === null ? null : { type: "error", message: text.slice(found[0].length) };
}

function readGo(text: string): Diagnostic | null {
  const found = /^(?:vet: )?[\w./\\-]{1,300}\.go:\d{1,7}(?::\d{1,5})?: (?=[a-z"`*(])/.exec(text);
  if (found === null || !goWords.test(text)) return null;
  return { type: "error", message: text.slice(found[0].length) };
}

const goWords =
  /undefined|cannot use|declared (?:and|but) not used|imported and not used|missing return|mismatched|syntax error|not enough|too many|redeclared|invalid operation/;
