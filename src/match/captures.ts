import { engineCost } from "./pattern.ts";
import type { EngineBudget, Pattern } from "./pattern.ts";

const longestCapture = 80;

/** Characters with a meaning in Markdown, mentions, and control characters. */
const unsafe = /[\p{C}[\]<>*|@`\n]/u;

/** The named groups of a pattern's first match, without those that are not safe to print. */
export function readCaptures(
  pattern: Pattern,
  text: string,
  budget: EngineBudget,
): Record<string, string> {
  const captures: Record<string, string> = {};
  if (pattern.groups.length === 0 || budget.engine < engineCost(pattern, text)) {
    return captures;
  }
  budget.engine -= engineCost(pattern, text);
  const matcher = pattern.engine()?.matcher(text);
  if (matcher === undefined || !matcher.find()) {
    return captures;
  }
  for (const name of pattern.groups) {
    const value = matcher.group(name)?.trim() ?? "";
    if (value !== "" && value.length <= longestCapture && !unsafe.test(value)) {
      captures[name] = value;
    }
  }
  return captures;
}
