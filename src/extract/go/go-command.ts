import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/**
 * What the go command itself complains about: modules, versions, checksums, missing tools. What it
 * prints of its progress (`go: downloading x v1.2.3`) is none.
 */
export const goCommand: Family = {
  name: "go command",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trimStart();
    const start = startOf(text);
    if (start === null) return null;
    const message = text.slice(start).trim();
    if (isProgress(message) || !complaint.test(message.slice(0, 1_000))) return null;
    const next = endOfMessage(lines, at);
    const parts = lines.slice(at + 1, next).map((below) => below.text.trim());
    const fullMessage = [message, ...parts].join("\n").slice(0, limits.fullMessage);
    const findings: Findings = { type: null, message, fullMessage, kind: "build", language: "go" };
    return spanReading(lines, { at, next }, findings);
  },
};

const commands = [
  "go: ",
  "go get: ",
  "go install: ",
  "go build: ",
  "go run: ",
  "go mod: ",
  "go list: ",
  "cgo: ",
];

/** Index of the message; what is no command's name in front of a colon belongs to it. */
function startOf(text: string): number | null {
  if (text.startsWith("go") || text.startsWith("cgo: ")) {
    const command = commands.find((name) => text.startsWith(name));
    if (command !== undefined) return command.length;
    return /^go (?:build|get|install|list|run) \S{1,200}: /.test(text) ? 0 : null;
  }
  if (text.startsWith("can't load package: ")) return 0;
  if (text.startsWith("verifying "))
    return /^verifying \S{1,200}@v\S{1,100}: /.test(text) ? 0 : null;
  return null;
}

function isProgress(message: string): boolean {
  return /^(?:downloading|finding|extracting|found|added|upgraded|downgraded|removed|creating|copying|to add|to find|warning|converting|updating|using|no module dependencies|trying)\b/.test(
    message,
  );
}

const complaint =
  /not found|not in |invalid|unknown|cannot|could not|can't|missing|mismatch|failed|error|exit status|unrecognized|disallowed|malformed|inconsistent|requires|no matching|timed? ?out|timeout|refused|forbidden|not exist|unable|updates to|denied|not supported|does not|declares its path|ambiguous|signal: |no Go files|no such|unexpected|not a known|no secure protocol/i;

/** Lines set in belong to it, as those of git, the places in go.mod and the server's response below it. */
function endOfMessage(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next < lines.length && next - at < limits.messageLines && isBelow(lines[next])) next += 1;
  return next;
}

function isBelow(line: BlockLine | undefined): boolean {
  return (
    line !== undefined &&
    (/^\s+\S/.test(line.text) ||
      line.text.startsWith("SECURITY ERROR") ||
      /^[^:\s]{0,300}go\.(?:mod|work|sum):\d{1,6}: /.test(line.text))
  );
}
