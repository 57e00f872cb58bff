import { z } from "zod";
import { parseJsonLines } from "./json-lines.ts";

const labelledCase = z.strictObject({
  id: z.string(),
  /**
   * What the case tries: `hit` and `symptom` have an answer, `near_miss` is another error of a known
   * one's neighborhood, `elsewhere` a like error of another library, `no_error` quotes none. The last
   * three are to be left in silence, but for a neighbor that has become a known error itself.
   */
  group: z.enum(["hit", "symptom", "near_miss", "elsewhere", "no_error"]),
  /** True for text on which a person asked for a diagnosis. */
  asked: z.boolean().default(false),
  /** Ids of known errors of which any is a right first answer; empty: silence is right. */
  expected: z.array(z.string()),
  /** Ids that may be named beside a right answer. */
  beside: z.array(z.string()).default([]),
  /** Line 1 the title, line 2 empty, then the body. */
  text: z.string(),
});

/** An issue, and what there is to say about it. */
export type LabelledCase = z.infer<typeof labelledCase>;

/** Reads labelled cases, one JSON object a line; throws a `UserError` that names the line that is none. */
export function parseLabelledCases(jsonl: string, file: string): LabelledCase[] {
  return parseJsonLines(labelledCase, { jsonl, file, what: "labelled case" });
}
