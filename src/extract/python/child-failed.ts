import type { Family } from "../family.ts";
import { isVerbatim } from "../text/block.ts";
import { lineReading } from "../reading/line-reading.ts";

const type = "ChildFailedError:";

/**
 * torchrun's summary of the workers that failed, where the launcher's trace above it was left out;
 * torch/distributed/elastic/multiprocessing/errors.
 */
export const childFailed: Family = {
  name: "torchrun summary",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isRule(lines[at + 1]?.text) || !isVerbatim(line)) return null;
    const text = line.text.trim();
    if (!text.endsWith(type) || text.includes(" ")) return null;
    const found = {
      type: text.slice(0, -1),
      message: "",
      kind: "line",
      language: "python",
    } as const;
    return lineReading(lines, at, found);
  },
};

function isRule(text: string | undefined): boolean {
  return text?.startsWith("========") === true;
}
