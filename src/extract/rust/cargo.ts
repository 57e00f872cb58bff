import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { spanReading } from "../reading/draft.ts";
import type { ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { readRustCauses } from "./rust-causes.ts";
import { isRustSummary } from "./rust-diagnostic.ts";

/**
 * Errors of cargo and rustup, with what they name as causes. That a crate did not compile, a build
 * script or a test failed, follows from what stands above or below.
 * https://github.com/rust-lang/cargo/tree/master/src/cargo
 */
export const cargo: Family = {
  name: "cargo",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("error: ") || !isVerbatim(line)) return null;
    const text = line.text.trimStart();
    if (!text.startsWith("error: ")) return null;
    const message = text.slice("error: ".length);
    const died = readDeath(message);
    if (died !== null) return spanReading(lines, { at, next: at + 1 }, died);
    const isWrapper = isRustSummary(text) || wrappers.test(message);
    if (!isWrapper && !complaints.test(message)) return null;
    if (isRustSummary(text) && !message.startsWith("could not"))
      return { draft: null, next: at + 1 };
    return readError(lines, at, { message, isWrapper });
  },
};

const wrappers =
  /^(?:test failed, to rerun|doctest failed|bench failed|\d+ targets? failed|failed to run custom build command for|process didn't exit successfully: |failed to compile `\S+ v)/;

const complaints = new RegExp(
  [
    "^failed to (?:select a version|parse (?:manifest|lock file)|load (?:manifest|source)|read `|get `|download|fetch|verify|query|update|determine|resolve|unpack|write|open|create|prepare|sync|find a workspace|publish|install|extract|execute)",
    "^could not (?:find `|execute|document|download|load|parse|rename|create|read)",
    "^no (?:matching package|matching version|bin target|example target|such command|such subcommand|library targets|targets specified|override and no default)",
    "^package (?:`|ID|collision)|^the (?:package|lock file|option|manifest|crate) |^cannot (?:be|install|build|produce|find)",
    "^rustc \\d[\\d.]* is not supported|^linker `|^toolchain '|^component '|^target '|^(?:the )?feature",
    "^multiple packages|^cyclic package|^unable to (?:get|update|find)|^network failure|^invalid (?:character|type|table|TOML)",
    "^virtual manifests|^dependency \\(|^lock file version|^checksum for|^couldn't (?:read|load)|^custom toolchain|^rustup could not",
    "^there (?:is|are) .* binar(?:y|ies)|^`cargo run` |^specified package",
  ].join("|"),
);

/** `process didn't exit successfully: 'x' (signal: 11, SIGSEGV: invalid memory reference)`. */
function readDeath(message: string): Parameters<typeof spanReading>[2] | null {
  if (!message.startsWith("process didn't exit successfully: ")) return null;
  const signal = /\(signal: \d{1,2}, (SIG[A-Z]{3,6})(?:: ([^()]{1,80}))?\)/.exec(
    message.slice(-160),
  );
  const status = /\(exit code: 0x[0-9a-f]{8}, (STATUS_\w{3,60})\)$/.exec(message.slice(-160));
  const type = signal?.[1] ?? status?.[1];
  if (type === undefined) return null;
  return { type, message: signal?.[2] ?? message, kind: "crash", language: "rust" };
}

function readError(
  lines: readonly BlockLine[],
  at: number,
  { message, isWrapper }: { message: string; isWrapper: boolean },
): Reading {
  const end = endOfMessage(lines, at, message);
  const parts = lines.slice(at + 1, end).map(({ text }) => text.trimEnd());
  const fullMessage = [message, ...parts].join("\n").trim().slice(0, limits.fullMessage);
  const { causes, next } = readRustCauses(lines, end);
  const own: ReportedError[] = causes.filter((cause) => cause.message !== message);
  return spanReading(
    lines,
    { at, next },
    {
      type: "error",
      message,
      fullMessage,
      kind: message.startsWith("test failed") ? "test" : "build",
      language: "rust",
      causes: own,
      ...(isWrapper && { isAside: true as const }),
    },
  );
}

/** A message ends with the first blank line; why no version fits is told in several paragraphs. */
function endOfMessage(lines: readonly BlockLine[], at: number, message: string): number {
  const isLong = message.startsWith("failed to select a version");
  let next = at + 1;
  while (next < lines.length && next - at < 60) {
    const text = (lines[next]?.text ?? "").trim();
    if (text === "" && !(isLong && isParagraph(lines[next + 1]))) break;
    if (/^(?:error(?:\[E\d{4}\])?: |warning: |Caused by:|note: |[$>] )/.test(text)) break;
    next += 1;
  }
  return next;
}

function isParagraph(line: BlockLine | undefined): boolean {
  return (
    line !== undefined &&
    /^(?:\s+\S|package `|the package |versions that|all possible|failed to select|only one package|previously selected|required by)/.test(
      line.text,
    )
  );
}
