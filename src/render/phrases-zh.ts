import type { Phrases } from "./phrases.ts";

/** The comment's own words in Chinese. */
export const chinesePhrases: Phrases = {
  locale: "zh",
  gap: "",
  colon: "：",
  stop: "。",
  aside: (text) => `（${text}）`,

  line: (line) => `第 ${line} 行`,
  lineIn: (file, line) => `${file} 第 ${line} 行`,
  rank: (rank) => `rank ${rank}`,
  rankRange: (first, last) => `rank ${first} 至 ${last}`,
  rankList: (ranks) => `rank ${ranks.join("、")}`,
  repeatedOn: (lines) => `第 ${lines.join("、")} 行重复出现`,
  repeatedTimes: (times) => `共出现 ${times} 次`,

  why: "**原因**\u3000",
  whatWorks: "**有效的做法**",
  whatDoesNot: "**无效的做法**",
  tried: (line) => `你已试过，第 ${line} 行`,
  fromDescription: "这里没有可供比对的报错文字，以下判断只依据问题描述。",
  competing: "有两个已知错误同样符合这段报错",
  tellApart: "**如何区分**",
  alsoFound: "同一问题中的另一个错误",

  versionFixed: (name, stated, fixed) => `你使用的是 ${name} ${stated}，${fixed} 已修复此问题。`,
  versionInRange: (name, stated) => `你使用的 ${name} ${stated} 属于已知会出现此问题的版本。`,
  versionOutOfRange: (name, stated, concerned) =>
    `你使用的是 ${name} ${stated}，而此问题已知出现在${concerned}，原因可能不同。`,
  concernedRange: (range) => `版本 ${range}`,
  concernedFixed: (fixed) => ` ${fixed} 之前的版本`,
  concernedOther: "其他版本",

  documentation: "文档",
  source: "报错所在的源代码",
  seenElsewhere: ([first = "", ...more]) =>
    more.length === 0
      ? `[其他人的同类报告](${first})`
      : `其他人的同类报告：${numbered([first, ...more])}`,
  suggestedLabels: (labels) => `建议的标签：${labels.join("、")}（维护者：\`/diagnose apply\`）`,
  confusedWith: (id, howToTell) => `容易与 ${id} 混淆：${howToTell}`,
  leadsTo: (id, howToTell) => `之后可能遇到 ${id}：${howToTell}`,

  foldTitle: "有多大把握，以及如何更正",
  sureness: { high: "很有把握", medium: "比较有把握", low: "有可能" },
  agree: (subjects) => `${listed(subjects)}${subjects.length === 1 ? "" : "都"}吻合`,
  against: (subjects) => `${listed(subjects)}${subjects.length === 1 ? "" : "都"}不吻合`,
  evidence: {
    wording: "报错文字",
    cause: "上游错误的文字",
    exception: "异常类型",
    library: "所用的库",
    domain: "所用的工具",
    version: "所用版本",
    symptom: "问题描述",
  },
  libraryEvidence: (library) => `调用栈中的 ${library} `,
  tiers: {
    ai_generated: "这条已知错误由语言模型生成，尚无人核对。",
    issue_seen: "这条已知错误在真实的 issue 中出现过。",
    source_checked: "报错文字已在库的源代码中核对。",
    reproduced: "这条已知错误已经复现。",
    maintainer_confirmed: "这条已知错误已由维护者确认。",
  },
  howToCorrect: (ids) =>
    `有误或过时？维护者可以编辑或删除这条评论。内容来自 Signpost 知识库中的 ${ids.join("、")}。`,
};

function listed(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("、")}和${items.at(-1) ?? ""}`;
}

function numbered(urls: string[]): string {
  return urls.map((url, index) => `[${index + 1}](${url})`).join("、");
}
