import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Errors of PowerShell 7: one line, `Get-Item: message`, or a box below the place with the code, the
 * mark and the message behind bars
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#errorview).
 */
export const powershellConcise: Family = {
  name: "powershell concise",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined) return null;
    if (lines[at + 1]?.text.trim() === "Line |") return readBox(lines, at);
    if (!isVerbatim(line) || !line.text.includes("-")) return null;
    const found = command.exec(line.text);
    const message = found === null ? "" : line.text.slice(found[0].length);
    if (found === null || !/^[A-Z'"[(].{0,200} \S/.test(message)) return null;
    const error = errorOver(lines, { at, next: at + 1 }, { type: null, message });
    return readingOver(
      lines,
      { at, next: at + 1 },
      { error, language: "powershell", kind: "line" },
    );
  },
};

/** A command by one of PowerShell's verbs; headers of HTTP have the same shape. */
const command =
  /^(?!Set-Cookie)(?:Add|Clear|Connect|ConvertFrom|ConvertTo|Copy|Disable|Enable|Enter|Expand|Export|Find|ForEach|Get|Import|Install|Invoke|Join|Mount|Move|New|Publish|Read|Receive|Register|Remove|Rename|Resolve|Restart|Save|Select|Send|Set|Start|Stop|Test|Uninstall|Unregister|Update|Wait|Where|Write)-[A-Z]\w{1,60}: (?=\S)/;

/** The message stands behind the bar below the mark, and may go on. */
function readBox(lines: readonly BlockLine[], at: number): Reading | null {
  const head = /^([\w-]{2,80}):(?: (\S.{0,300}):(\d{1,7}))?\s*$/.exec(lines[at]?.text ?? "");
  if (head === null) return null;
  const told: string[] = [];
  let next = at + 2;
  let isBelowMark = false;
  let first = at;
  for (; next - at < 40; next += 1) {
    const found = /^\s*(\d{0,7}) {1,3}\| ?(.*)$/.exec(lines[next]?.text ?? "");
    if (found === null) break;
    const behind = found[2] ?? "";
    if (isBelowMark) told.push(behind.trim());
    if (told.length === 1) first = next;
    if (/^\s*~+\s*$/.test(behind)) isBelowMark = true;
  }
  const fullMessage = told.join("\n").trim();
  if (fullMessage === "") return null;
  const isType = /^(?:Exception|\w{3,60}(?:Exception|Error))$/.test(head[1] ?? "");
  const [message = ""] = fullMessage.split("\n", 1);
  const error = errorOver(
    lines,
    { at: first, next: first + 1 },
    { type: isType ? (head[1] ?? null) : null, message },
  );
  const frame = {
    file: head[2] ?? null,
    line: Number(head[3]),
    function: null,
    inLibrary: false,
    package: null,
  };
  const frames = head[2] === undefined ? [] : [frame];
  return readingOver(
    lines,
    { at, next },
    {
      error: { ...error, fullMessage },
      language: "powershell",
      kind: frames.length > 0 ? "tb" : "line",
      frames,
    },
  );
}
