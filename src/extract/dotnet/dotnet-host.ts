import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/** What the `dotnet` command says when it finds no runtime, SDK or command to run (dotnet/runtime, src/native/corehost). */
export const dotnetHost: Family = {
  name: "dotnet host",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trim();
    if (!beginnings.some((beginning) => text.startsWith(beginning))) return null;
    const error = errorOver(lines, { at, next: at + 1 }, { type: null, message: text });
    return readingOver(lines, { at, next: at + 1 }, { error, language: "csharp", kind: "line" });
  },
};

const beginnings = [
  "You must install or update .NET to run this application.",
  "You must install .NET to run this application.",
  "A fatal error occurred. The required library ",
  "A fatal error was encountered. ",
  "A compatible .NET SDK was not found.",
  "Could not execute because the ",
  "It was not possible to find any compatible framework version",
  "It was not possible to find any installed .NET",
];
