import type { Locale } from "../extract/extraction.ts";
import type { AbstainReason } from "../match/verdict.ts";

/** The words of an explanation in one language; every argument is Markdown that is safe already. */
export interface ExplanationPhrases {
  whyDiagnosed: string;
  whyNot: string;
  reasons: Readonly<Record<AbstainReason, string>>;
  read: string;
  nothingRead: string;
  more(count: number): string;
  onLine(line: number): string;
  candidate(id: string, confidence: string): string;
  /** Above the best of the candidates that did not suffice. */
  nearest(id: string, confidence: string): string;
  /** What a known error names and the issue does not show. */
  notSeen(subject: string): string;
  named(subject: string, names: string[]): string;
  weighed(line: number, kind: string, weight: string): string;
  threshold(threshold: string): string;
  runnersUp: string;
  noRunnersUp: string;
  runnerUp(id: string, confidence: string, subjects: string[]): string;
}

const english: ExplanationPhrases = {
  whyDiagnosed: "Why this diagnosis",
  whyNot: "Why there is no diagnosis",
  reasons: {
    no_error_report: "The text holds no error report, and no symptoms of a known error.",
    unknown_error: "There is an error report, but no known error is near it.",
    low_confidence: "The nearest known error is not near enough.",
    ambiguous: "More than two known errors are equally near, so naming one would be a guess.",
  },
  read: "**Error reports found**",
  nothingRead: "No error report was found in the text.",
  more: (count) => `and ${count} more`,
  onLine: (line) => `line ${line}: `,
  candidate: (id, confidence) => `**Chosen: ${id}**, confidence ${confidence}`,
  nearest: (id, confidence) => `**Nearest: ${id}**, confidence ${confidence}`,
  notSeen: (subject) => `not seen: ${subject}`,
  named: (subject, names) => `${subject} (${names.join(", ")})`,
  weighed: (line, kind, weight) => `line ${line}, ${kind} (${weight}): `,
  threshold: (threshold) =>
    `A diagnosis needs a confidence of ${threshold}; 1.00 would be certain.`,
  runnersUp: "**Not chosen**",
  noRunnersUp: "No other known error came near.",
  runnerUp: (id, confidence, subjects) =>
    `${id}, confidence ${confidence}${subjects.length > 0 ? ` (${subjects.join(", ")})` : ""}`,
};

const chinese: ExplanationPhrases = {
  whyDiagnosed: "为什么这样诊断",
  whyNot: "为什么没有诊断",
  reasons: {
    no_error_report: "文中没有报错，也没有已知错误的症状。",
    unknown_error: "文中有报错，但没有与之相近的已知错误。",
    low_confidence: "最相近的已知错误仍不够相近。",
    ambiguous: "有两个以上的已知错误同样相近，只选其一就是猜测。",
  },
  read: "**找到的报错**",
  nothingRead: "文中没有找到报错。",
  more: (count) => `另有 ${count} 条`,
  onLine: (line) => `第 ${line} 行：`,
  candidate: (id, confidence) => `**选中 ${id}**，置信度 ${confidence}`,
  nearest: (id, confidence) => `**最相近的是 ${id}**，置信度 ${confidence}`,
  notSeen: (subject) => `未见：${subject}`,
  named: (subject, names) => `${subject}（${names.join("、")}）`,
  weighed: (line, kind, weight) => `第 ${line} 行，${kind}（${weight}）：`,
  threshold: (threshold) => `给出诊断所需的置信度为 ${threshold}，1.00 表示完全确定。`,
  runnersUp: "**未选中的候选**",
  noRunnersUp: "没有其他相近的已知错误。",
  runnerUp: (id, confidence, subjects) =>
    `${id}，置信度 ${confidence}${subjects.length > 0 ? `（${subjects.join("、")}）` : ""}`,
};

/** The words of an explanation in the language of the issue. */
export function explanationPhrases(locale: Locale): ExplanationPhrases {
  return locale === "zh" ? chinese : english;
}
