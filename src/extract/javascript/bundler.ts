import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { ruby } from "../ruby/ruby.ts";
import { splitRubyType } from "../ruby/ruby-type.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failures of RubyGems, Bundler and CocoaPods: no versions that fit, a gem that is missing, a native
 * extension that does not build (https://github.com/rubygems/rubygems, bundler/lib/bundler).
 */
export const bundler: Family = {
  name: "bundler",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trim() ?? "";
    if (line === undefined || !mayBegin(text) || line.container === "title") return null;
    if (isExtension(text)) return readExtension(lines, at);
    const head = readHead(lines, at, text);
    if (head === null) return null;
    const next = isVerbatim(line) || head.next > at + 1 ? behindList(lines, head.next) : head.next;
    const error = errorOver(lines, { at, next }, head);
    const isAside = text.startsWith("An error occurred while installing ");
    const build = { error, language: "ruby", kind: "build" } as const;
    return readingOver(lines, { at, next }, { ...build, ...(isAside && { isAside }) });
  },
};

function mayBegin(text: string): boolean {
  return beginnings.some((word) => text.startsWith(word));
}

const beginnings = [
  "Bundler could not find",
  "Could not find ",
  "An error occurred while installing ",
  "Your Ruby version is ",
  "[!] ",
  "Gem::",
  "ERROR:  ",
];

function isExtension(text: string): boolean {
  return (
    /^Gem::(?:Ext::BuildError|Installer::ExtensionBuildError): /.test(text) ||
    /^ERROR: {1,2}Error installing \S+:$/.test(text)
  );
}

/** Where the message ends that stands on the head's own lines. */
type HeadLines = Head & { next: number };

function readHead(lines: readonly BlockLine[], at: number, text: string): HeadLines | null {
  const next = at + 1;
  if (sentences.some((sentence) => sentence.test(text)))
    return { type: null, message: text.replace(/^\[!\] /, ""), next };
  const isConflict = text === "Could not find compatible versions";
  if (isConflict && lines.slice(next, at + 4).some((line) => line.text.startsWith("Because ")))
    return { type: null, message: text, next };
  if (!text.startsWith("ERROR:  ")) return null;
  const told = text.slice("ERROR:  ".length);
  if (told.startsWith("Could not find a valid gem")) return { type: "ERROR", message: told, next };
  const { type } = told.startsWith("While executing gem") ? splitRubyType(told) : { type: null };
  return type === null ? null : { type, message: "", next: at + 2 };
}

const sentences = [
  /^Bundler could not find compatible versions for gem "/,
  /^Could not find gem '[^']{1,200}',? (?:in|which is required)/,
  /^Could not find [\w-]{1,80}-\d[\w.-]{0,60}(?:, [^,]{1,100}){0,60} in (?:any of the sources|locally installed gems|cached gems)/,
  /^An error occurred while installing \S{1,80} \([^)]{1,60}\), and Bundler cannot continue/,
  /^Your Ruby version is [\w.]{1,30}, but your Gemfile specified /,
  /^\[!\] There was an error (?:parsing|while loading) `/,
  /^\[!\] CocoaPods could not find compatible versions for pod "/,
];

/** What a resolver lists below its sentence is indented, in paragraphs. */
function behindList(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - from < limits.messageLines; at += 1) {
    const text = lines[at]?.text ?? "";
    if (text.trim() === "") continue;
    if (!/^(?:\s|Because |So, because |And because |Thus, |version solving)/.test(text)) break;
    next = at + 1;
  }
  return next;
}

/** Lines that the output of a failed build may have. */
const longestBuild = 200;

/** A native extension's failure holds the output of its build, which ends with Bundler's or RubyGems' words. */
function readExtension(lines: readonly BlockLine[], at: number) {
  const text = lines[at]?.text.trim() ?? "";
  const colon = text.indexOf(": ");
  const next = behindBuild(lines, at + 1);
  const head = { type: text.slice(0, colon), message: text.slice(colon + 1).trim() };
  const isInstall = head.type === "ERROR";
  return readingOver(
    lines,
    { at, next },
    {
      error: errorOver(lines, { at, next: isInstall ? Math.min(at + 2, next) : at + 1 }, head),
      language: "ruby",
      kind: "build",
      causes: causesIn(lines, { at: at + 1, next }),
    },
  );
}

function behindBuild(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - from < longestBuild; at += 1) {
    const text = lines[at]?.text.trim() ?? "";
    if (
      /^(?:Gem files will remain installed in|Results logged to|An error occurred while installing)/.test(
        text,
      )
    )
      next = at + 1;
    if (text.includes("and Bundler cannot continue.")) return at + 1;
  }
  return next;
}

/** The Ruby error or the failed command within the build's output. */
function causesIn(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): ReportedError[] {
  const causes: ReportedError[] = [];
  for (let below = at; below < next && causes.length < limits.causes; below += 1) {
    const found = ruby.read(lines, below);
    if (found?.draft != null) {
      const { type, message, fullMessage, line } = found.draft;
      causes.push({ type, message, fullMessage, line });
      below = found.next - 1;
      continue;
    }
    const text = lines[below]?.text.trim() ?? "";
    if (/^[^\s:]{1,200}:\d{1,7}(?::\d{1,5})?: (?:fatal )?error: \S/.test(text)) {
      const message = text.slice(text.indexOf("error: ") + "error: ".length);
      causes.push({ type: "error", message, fullMessage: message, line: lines[below]?.line ?? 1 });
    }
  }
  return causes;
}
