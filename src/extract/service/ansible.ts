import type { BlockLine } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { jsonBodyAt } from "../reading/json-body.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { firstText } from "../reading/loose-fields.ts";
import { readLooseJson } from "../reading/loose-json.ts";

/**
 * Failed tasks as Ansible's callbacks print them (`fatal: [host]: FAILED! => {...}`, with `-m` and
 * ad hoc `host | FAILED! => {...}`), and what it says before any task runs (`ERROR! x`);
 * https://docs.ansible.com/ansible/latest/plugins/callback.html
 */
export const ansible: Family = {
  name: "ansible",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (text.startsWith("ERROR! ")) return plainReading(lines, at, "ERROR", text.slice(7).trim());
    const type = typeOf(text);
    if (type === null) return null;
    if (text.endsWith(">>")) return plainReading(lines, at, type, lines[at + 1]?.text.trim() ?? "");
    const arrow = text.indexOf("=> ");
    return arrow < 0 ? null : readTask(lines, at, { type, column: arrow + 3 });
  },
};

function typeOf(text: string): string | null {
  if (text.startsWith("fatal: [") || text.startsWith("failed: ["))
    return text.slice(0, text.indexOf(":"));
  const bar = text.indexOf(" | ");
  if (bar < 1 || bar > 120) return null;
  return /^(FAILED|UNREACHABLE)(?:! =>| \| rc=)/.exec(text.slice(bar + 3))?.[1] ?? null;
}

function plainReading(
  lines: readonly BlockLine[],
  at: number,
  type: string,
  message: string,
): Reading | null {
  if (message === "") return null;
  const reading = singleLineReading(lines, at, { type, message, kind: "log", language: "other" });
  const isBelow = lines[at + 1]?.text.trim() === message;
  return isBelow
    ? {
        draft: reading.draft && {
          ...reading.draft,
          lastLine: lines[at + 1]?.line ?? reading.draft.lastLine,
        },
        next: at + 2,
      }
    : reading;
}

/** A task's result in JSON, or as the YAML callback prints it: `changed=false` and `  msg: x` below. */
function readTask(
  lines: readonly BlockLine[],
  at: number,
  { type, column }: { type: string; column: number },
): Reading | null {
  const body =
    lines[at]?.text[column] === "{" ? jsonBodyAt(lines, at, column) : yamlBody(lines, at);
  if (body === null) return null;
  // `ignore_errors` lets the play go on; a trace within the result is the error itself.
  const isIgnored = lines[body.next]?.text.trim() === "...ignoring";
  const isTrace = body.text.includes("Traceback (most recent call last)");
  const message = isIgnored || isTrace ? null : messageIn(body.text);
  if (message === null) return { draft: null, next: isTrace ? at + 1 : body.next };
  const { draft } = singleLineReading(lines, at, {
    type,
    message: (message.split("\n", 1)[0] ?? "").trim(),
    kind: "log",
    language: "other",
  });
  const lastLine = lines[body.next - 1]?.line ?? draft?.lastLine ?? 1;
  return { draft: draft && { ...draft, fullMessage: message, lastLine }, next: body.next };
}

const messageKeys = ["msg", "message", "module_stderr", "stderr", "reason"];

function messageIn(text: string): string | null {
  const result = readLooseJson(text);
  if (result !== null) return firstText(result, messageKeys);
  const found = /["']?msg["']?(?::|=) ?u?["']?([^\n]{1,2000})/.exec(text)?.[1];
  return found?.replace(/["'][,}].*$|["']$/, "").trim() ?? null;
}

const yamlReach = 40;

function yamlBody(lines: readonly BlockLine[], at: number): { text: string; next: number } | null {
  if (lines[at]?.text.includes("=> changed=") !== true) return null;
  let next = at + 1;
  while (next - at < yamlReach && lines[next]?.text.startsWith("  ") === true) next += 1;
  return {
    text: lines
      .slice(at, next)
      .map(({ text }) => text)
      .join("\n"),
    next,
  };
}
