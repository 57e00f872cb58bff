import type { Rule } from "../rule.ts";

/** The older `workarounds_zh` belongs to the cures by position only; a gap shifts them all. */
export const chineseByIndex: Rule = {
  name: "chinese-by-index",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { workarounds, workarounds_zh } }) => {
    const [count, chinese] = [workarounds.length, workarounds_zh.length];
    if (chinese === 0 || chinese === count) return [];
    return [
      {
        path: ["workarounds_zh"],
        message: `${chinese} texts for ${count} workarounds: they may stand beside the wrong ones`,
        mend: "Write action_zh and how_zh within each workaround instead",
      },
    ];
  },
};
