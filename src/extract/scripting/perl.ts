import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";

/**
 * What Perl dies of: `message at a.pl line 3.`, with Carp's calls below; of several compile errors
 * the first is the report (https://perldoc.perl.org/perldiag, https://perldoc.perl.org/Carp).
 */
export const perl: Family = {
  name: "perl",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trim() ?? "";
    if (line === undefined || !mayBegin(text)) return null;
    const isWarned = warnings.test(text);
    if (isWarned) return isVerbatim(line) ? { draft: null, next: at + 1 } : null;
    const found = readDied(text);
    if (found === null || !(isVerbatim(line) || found.isKnown)) return null;
    const { calls, next } = readCalls(lines, at + 1);
    const end = next > at + 1 ? next : behindCompile(lines, at + 1);
    const place = found.file === "" ? [] : [{ ...callAt(found.file, found.line), function: null }];
    const frames = [...place, ...calls];
    const own = end > next ? { at, next: end - 1 } : { at, next: at + 1 };
    return readingOver(
      lines,
      { at, next: end },
      {
        error: errorOver(lines, own, found),
        language: "perl",
        kind: calls.length > 0 ? "tb" : lineKind(line),
        frames: frames.toReversed(),
      },
    );
  },
};

function mayBegin(text: string): boolean {
  return text.includes(" line ") || text.startsWith("Can't locate ");
}

interface Died {
  type: string | null;
  message: string;
  file: string;
  line: number;
  /** True for wordings that only Perl's interpreter has. */
  isKnown: boolean;
}

/** The place stands at the end, perhaps with the line of the file that was being read. */
function readDied(text: string): Died | null {
  const tail =
    /,? at (\S{1,300}|\(eval \d{1,6}\)) line (\d{1,7})(?:, <\S{1,40}> (?:line|chunk) \d{1,9})?(?:\.$|, (?:near|at end of line|within|<).{0,200}$)/.exec(
      text,
    );
  const isLocate = text.startsWith("Can't locate ") && text.includes("@INC");
  if (tail === null)
    return isLocate ? { type: null, message: text, file: "", line: 0, isKnown: true } : null;
  const file = tail[1] ?? "";
  const told = text.slice(0, tail.index);
  const isKnown = isLocate || known.test(told);
  const isPerl = /\.(?:p[lm]c?|t|cgi|psgi|PL)$|^-e?$|^\(eval |\/perl5?\//.test(file);
  if (
    !(isKnown || isPerl) ||
    told === "" ||
    /^[#%]|["'`]$/.test(told) ||
    /^\s*(?:#|my |print|die|warn)/.test(text)
  )
    return null;
  const typed = /^([A-Z]\w{0,60}(?:::\w{1,60}){1,8}): (?=\S)/.exec(told);
  return {
    type: typed?.[1] ?? null,
    message: told.slice(typed?.[0].length ?? 0),
    file,
    line: Number(tail[2]),
    isKnown,
  };
}

const known =
  /^(?:Can't (?:locate|call method|use (?:string|an undefined value)|open perl script|load ')|Undefined subroutine|Global symbol|syntax error|Not an? (?:HASH|ARRAY|CODE|SCALAR|GLOB) reference|Attempt to (?:reload|bless)|Bareword "|Modification of a (?:read-only|non-creatable)|Illegal division by zero|Missing right curly|Unmatched right|Can't find string terminator|Not enough arguments for|Too many arguments for|Type of arg|Compilation failed in require|BEGIN failed)/;

/** Perl prints its warnings in the same form (https://perldoc.perl.org/perldiag, class W). */
const warnings =
  /^(?:Use of uninitialized value|Argument ".{0,200}" isn't numeric|Odd number of elements|Subroutine \S{1,200} redefined|Constant subroutine|Name "\S{1,200}" used only once|Useless use of|Scalar value @|Possible |Unquoted string|"(?:my|our|state)" variable|Wide character in|Deep recursion on|Smartmatch is|\S{1,40} is (?:experimental|deprecated)|Reference found where|Unescaped left brace|Statement unlikely|print \(\.\.\.\) interpreted|Malformed UTF-8|Parentheses missing|Found = in conditional|Prototype mismatch|Variable "\S{1,80}" (?:is not available|will not stay))/;

/** `main::open("x", 2) called at a.pl line 9`, innermost first. */
function readCalls(lines: readonly BlockLine[], from: number): { calls: Frame[]; next: number } {
  const calls: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? "";
    const at = text.lastIndexOf(" called at ");
    const place =
      at < 0
        ? null
        : /^(\S{1,300}|\(eval \d{1,6}\)) line (\d{1,7})\.?$/.exec(text.slice(at + 11).trim());
    if (place === null || !/^\s/.test(text)) break;
    const [name = ""] = text.trim().split("(", 1);
    calls.push({
      ...callAt(place[1] ?? "", Number(place[2])),
      function: name.trim().slice(0, 200),
    });
  }
  return { calls, next };
}

/** Compile errors follow one another up to the line that says that they ended it. */
function behindCompile(lines: readonly BlockLine[], from: number): number {
  for (let at = from; at < from + 12; at += 1) {
    const text = lines[at]?.text ?? "";
    if (
      /^(?:Execution of .{1,300} aborted due to compilation errors|BEGIN failed--compilation aborted|Compilation failed in require)/.test(
        text,
      ) ||
      text.endsWith(" had compilation errors.")
    )
      return at + 1;
    if (!/ line \d{1,7}|^\s*\(/.test(text)) return from;
  }
  return from;
}

/** A module's file gives its name: `LWP::UserAgent` of `/usr/share/perl5/LWP/UserAgent.pm`. */
function callAt(file: string, line: number): Omit<Frame, "function"> {
  const at = Math.max(
    ...["/perl5/", "/perl/", "/site_perl/", "/vendor_perl/"].map((folder) =>
      file.lastIndexOf(folder),
    ),
  );
  if (at < 0 || !file.endsWith(".pm")) return { file, line, inLibrary: false, package: null };
  const parts = file
    .slice(at + 1, -3)
    .split("/")
    .slice(1)
    .filter((part) => !/^\d|-/.test(part));
  return { file, line, inLibrary: true, package: parts.join("::") };
}
