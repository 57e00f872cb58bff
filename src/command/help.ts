import type { Locale } from "../extract/extraction.ts";
import { verbs } from "./verbs.ts";

/** The reply to `/diagnose help`: one line a verb, none of them a live command. */
export function helpReply(locale: Locale): string {
  const heading =
    locale === "zh"
      ? "在评论中另起一行写下以下命令即可使用："
      : "Write one of these on a line of its own in a comment:";
  const lines = Object.values(verbs).map(
    (verb) => `- \`/${verb.usage}\` ${locale === "zh" ? "：" : "– "}${verb.summary[locale]}`,
  );
  return [heading, "", ...lines].join("\n");
}

/** The one line that answers a word after `/diagnose` that is no verb of ours. */
export function unknownVerbReply(word: string, locale: Locale): string {
  const quoted = `\`${word.replaceAll("`", "'")}\``;
  const known = Object.values(verbs)
    .map((verb) => `\`/${verb.usage}\``)
    .join(locale === "zh" ? "、" : ", ");
  return locale === "zh"
    ? `没有 ${quoted} 这个命令。可用的命令：${known}。`
    : `There is no command ${quoted}. These exist: ${known}.`;
}
