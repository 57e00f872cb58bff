import type { Locale } from "../extract/extraction.ts";

/** Says who may apply labels. */
export function refusedReply(locale: Locale): string {
  return locale === "zh"
    ? "只有在本仓库拥有 triage 及以上权限的人可以使用 `/diagnose apply`。"
    : "Only people with the triage role or higher in this repository can use `/diagnose apply`.";
}

/** Says which labels can be applied; the names are the bot's own, not what somebody wrote. */
export function applicableReply(names: string[], locale: Locale): string {
  const listed = names.map((name) => `\`${name}\``);
  if (listed.length === 0) {
    return locale === "zh"
      ? "目前没有为本 issue 建议任何标签；`/diagnose` 会重新查看。"
      : "No label is suggested for this issue; `/diagnose` looks at it again.";
  }
  return locale === "zh"
    ? `在本 issue 上可以添加的标签：${listed.join("、")}。`
    : `Labels that can be applied to this issue: ${listed.join(", ")}.`;
}
