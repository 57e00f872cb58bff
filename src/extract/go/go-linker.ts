import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";

/**
 * Errors of Go's own linker: `main.f: relocation target g not defined`, `link: duplicated definition of symbol x`.
 * That it ran another linker in vain follows from what that one says.
 */
export const goLinker: Family = {
  name: "go linker",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    if (!line.text.includes("link: ") && !line.text.includes("relocation target ")) return null;
    const message = readError(line.text.trim());
    if (message === null) return null;
    const isAside = message.startsWith("running ");
    const findings: Findings = { type: null, message, kind: "linker", language: "go" };
    return spanReading(lines, { at, next: at + 1 }, isAside ? { ...findings, isAside } : findings);
  },
};

function readError(text: string): string | null {
  const target = /^\S{1,300}: (?=relocation target \S{1,300} not defined)/.exec(text);
  if (target !== null) return text.slice(target[0].length);
  const linker = /^(?:\S{1,300}[/\\])?link(?:\.exe)?: (?=\S)/.exec(text);
  const told = text.slice(linker?.[0].length ?? 0);
  if (linker === null || told.startsWith("warning: ")) return null;
  return /^(?:running \S{1,300} failed: |duplicated definition |cannot |unknown |missing |unexpected |invalid |fingerprint mismatch|package \S{1,200} is not|\S{1,300}: (?:not package|object is|cannot|invalid reference|unhandled))/.test(
    told,
  )
    ? told
    : null;
}
