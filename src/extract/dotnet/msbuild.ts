import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { ReportKind } from "../error-report.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Errors of MSBuild and what it runs: `a.cs(1,2): error CS0103: message [a.csproj]`, `a.csproj :
 * error NU1101: message`, `MSBUILD : error MSB1003: message`
 * (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks).
 */
export const msbuild: Family = {
  name: "msbuild",
  read(lines, at) {
    const line = lines[at];
    if (line?.text.trimStart().startsWith("Failed to restore ") === true)
      return { draft: null, next: at + 1 };
    if (line === undefined || !(line.text.includes("error ") || line.text.includes("Error")))
      return null;
    if (isQuotedInCode(line.text)) return { draft: null, next: at + 1 };
    const found = readDiagnostic(line.text) ?? readErrorList(line.text);
    if (found === null || line.container === "heading") return null;
    const end = behindWrapped(lines, at + 1, found.message);
    const next = behindList(lines, end, found);
    const wrapped = lines.slice(at + 1, end).map(({ text }) => withoutProject(text.trimEnd()));
    const message = [found.message, ...wrapped].join("");
    const error = errorOver(lines, { at, next: at + 1 }, { type: found.type, message });
    const more = lines.slice(end, next).map(({ text }) => readDiagnostic(text)?.message ?? "");
    const fullMessage = [error.fullMessage, ...more].join("\n");
    const isOutput = isVerbatim(line) || line.container === "prose";
    const kind = isOutput ? kindOf(found.type) : ("inline" as const);
    return readingOver(
      lines,
      { at, next },
      { error: { ...error, fullMessage }, language: "csharp", kind },
    );
  },
};

interface Diagnostic {
  type: string;
  message: string;
}

/** The codes of NuGet, MSBuild and the SDK are a build's; those of compilers and analyzers a compiler's. */
function kindOf(type: string): ReportKind {
  return /^(?:NU|MSB|NETSDK|APPX|APT|XA)/.test(type) ? "build" : "compiler";
}

/** Codes of C and C++ (`C2440`, `LNK2019`) and of TypeScript are other families'. */
const code =
  /(?:^|[:)>] {0,2})error ((?:CS|FS|BC|VB|NU|MSB|NETSDK|RZ|BL|CA|IDE|SA|MC|XLS|XDG|XFC|MAUIG|ASP|APPX|APT|XA|IL|BLAZOR|WASM|AVLN|SYSLIB|RS|CTC|EF)\d{3,5}) {0,2}: (?=\S| )/;

function readDiagnostic(text: string): Diagnostic | null {
  const found = text.includes("error ") ? code.exec(text) : null;
  if (found === null) return null;
  return {
    type: found[1] ?? "",
    message: withoutProject(text.slice(found.index + found[0].length)),
  };
}

/** Tests and scripts name diagnostics in quotes. */
function isQuotedInCode(text: string): boolean {
  const at = text.includes("error ") ? text.search(code) : -1;
  return at > 0 && /["'`]/.test(text.slice(0, at));
}

/** MSBuild puts the project in brackets behind the message, with the framework it was built for. */
function withoutProject(message: string): string {
  return message
    .replace(/ \[[^[\]]{1,300}\.(?:\w{1,4}proj|slnx?|proj)(?:::[^[\]]{1,100})?\]$/, "")
    .trimEnd();
}

/** A row of Visual Studio's error list: `Error CS0246 The type ... could not be found`. */
function readErrorList(text: string): Diagnostic | null {
  const found =
    /^\s{0,8}(?:Error|错误)[ \t]{1,4}(?:\(active\)[ \t]{1,4})?((?:CS|FS|BC|NU|MSB|NETSDK)\d{3,5})[ \t]{1,4}(?=\S)/.exec(
      text,
    );
  if (found === null) return null;
  const [message = ""] = text.slice(found[0].length).split("\t", 1);
  return { type: found[1] ?? "", message: message.trim() };
}

/** A console breaks a line within a sentence, in front of a blank. */
function behindWrapped(lines: readonly BlockLine[], from: number, message: string): number {
  let next = from;
  if (/[.)\]'"]$/.test(message)) return next;
  while (next - from < 4 && /^ [a-z(]/.test(lines[next]?.text ?? "")) next += 1;
  return next;
}

/** NuGet goes on in lines with the same code: `error NU1102:   - Found 3 version(s) in ...`. */
function behindList(lines: readonly BlockLine[], from: number, { type }: Diagnostic): number {
  let next = from;
  while (next - from < 20) {
    const below = readDiagnostic(lines[next]?.text ?? "");
    if (below === null || below.type !== type || !below.message.startsWith("  ")) break;
    next += 1;
  }
  return next;
}
