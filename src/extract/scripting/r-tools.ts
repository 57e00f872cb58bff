import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/** What R's tools print: `ERROR: dependency 'x' is not available for package 'y'` of installing, testthat's failures. */
export const rTools: Family = {
  name: "r tools",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trimStart();
    if (text.startsWith("ERROR: ")) return readInstall(lines, at, text);
    return text.startsWith("── ") ? readTestthat(lines, at, text) : null;
  },
};

/** `R CMD INSTALL` names the package in R's own quotes, and takes away what it had installed. */
function readInstall(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const message = text.slice("ERROR: ".length);
  const isInstall =
    /^(?:dependenc(?:y|ies) [‘'].{1,300} for package [‘']|(?:compilation|lazy loading|configuration|loading) failed|unable to collate|.{1,80} failed for package [‘'])/.test(
      message,
    );
  if (!isInstall) return null;
  let next = at + 1;
  while (next - at < 4 && /^\* (?:removing|restoring) /.test(lines[next]?.text ?? "")) next += 1;
  const error = errorOver(lines, { at, next: at + 1 }, { type: "ERROR", message });
  return readingOver(lines, { at, next }, { error, language: "r", kind: "build" });
}

/** `── Failure (test-cart.R:5:3): opens ───` with the message below, up to a blank line or the next rule. */
function readTestthat(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const found =
    /^── (?:\d{1,4}\. )?(Failure|Error) \(['‘]?(\S{1,200}?\.[Rr])['’]?:(\d{1,7})(?::\d{1,5})?\): /.exec(
      text,
    );
  if (found === null) return null;
  let next = at + 1;
  while (next - at < 60 && !/^(?:── |\[ FAIL|══|$)/.test((lines[next]?.text ?? "").trim()))
    next += 1;
  const told = (lines[at + 1]?.text ?? "").trim();
  const isNamed = /^Error(?: in .{1,200})?: ?/.exec(told);
  const frame = {
    file: found[2] ?? null,
    line: Number(found[3]),
    function: null,
    inLibrary: false,
    package: null,
  };
  const head = {
    type: isNamed === null ? null : "Error",
    message: told.slice(isNamed?.[0].length ?? 0),
  };
  if (told === "") return null;
  return readingOver(
    lines,
    { at, next },
    {
      error: errorOver(lines, { at: at + 1, next }, head),
      language: "r",
      kind: "test",
      frames: [frame],
    },
  );
}
