import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { findTyped } from "../reading/find-typed.ts";
import { lineReading } from "../reading/line-reading.ts";

/**
 * Messages of TensorFlow's kernels printed without their type, known by the marks of the node that
 * failed: `{{function_node ...}} message`, `message [Op:MatMul]`, a line `[[{{node x}}]]` below.
 */
export const tensorflowOp: Family = {
  name: "TensorFlow op",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isMarked(line.text, lines[at + 1])) return null;
    const message = line.text.trim();
    if (!isVerbatim(line) || !message.includes(" ") || message.startsWith("[[")) return null;
    if (findTyped(message) !== null) return null;
    return lineReading(lines, at, { type: null, message, kind: "line", language: "python" });
  },
};

function isMarked(text: string, below: BlockLine | undefined): boolean {
  if (text === "") return false;
  if (text.startsWith("{{function_node ") || text.startsWith("{{node ")) return true;
  if (text.endsWith("]") && /\S \[Op:\w{1,200}\]$/.test(text.slice(-240))) return true;
  return below !== undefined && below.text.trimStart().startsWith("[[{{node ");
}
