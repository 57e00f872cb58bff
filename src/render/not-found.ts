import type { ErrorReport } from "../extract/error-report.ts";
import type { Extraction, Locale } from "../extract/extraction.ts";
import type { AbstainReason, Verdict } from "../match/verdict.ts";
import { errorLine, quotedText } from "./quote.ts";

type Abstained = Extract<Verdict, { kind: "abstained" }>;

interface NotFoundPhrases {
  read(quote: string, line: number): string;
  reasons: Readonly<Record<AbstainReason, string>>;
  whatToPaste: string;
  whatIsCompared: string;
}

const english: NotFoundPhrases = {
  read: (quote, line) => `Read on line ${line}: ${quote}`,
  reasons: {
    no_error_report: "No error report found in this text, so there is nothing to compare.",
    unknown_error: "This error is not among the known ones, so there is no diagnosis.",
    low_confidence:
      "A known error comes near, but not near enough to name it as the cause, so there is no diagnosis.",
    ambiguous:
      "Several known errors fit equally well; naming one would be a guess, so there is no diagnosis.",
  },
  whatToPaste:
    "If there is one, paste it whole, from its first line to the error itself, in a code block, and put `/diagnose` on a line of its own in the same comment.",
  whatIsCompared: "`/diagnose explain` lists what was compared.",
};

const chinese: NotFoundPhrases = {
  read: (quote, line) => `读到的报错（第 ${line} 行）：${quote}`,
  reasons: {
    no_error_report: "文中没有找到报错，因此没有可以比对的内容。",
    unknown_error: "这个报错不在已知错误之列，因此没有诊断。",
    low_confidence: "有一个已知错误与之相近，但不足以断定是原因，因此没有诊断。",
    ambiguous: "有多个已知错误同样符合，只选其一就是猜测，因此没有诊断。",
  },
  whatToPaste:
    "如果有报错，请把它从第一行到错误信息完整地贴在代码块中，并在同一条评论里单独一行写上 `/diagnose`。",
  whatIsCompared: "`/diagnose explain` 会列出比对的内容。",
};

/** The short answer to whoever asked, when there is no diagnosis: what was read, and why not. */
export function renderNotFound(
  { reason, runnersUp }: Abstained,
  extraction: Extraction,
  locale: Locale,
): string {
  const words = locale === "zh" ? chinese : english;
  const report = primaryReport(extraction);
  const sentences = [
    words.reasons[reason],
    ...(report === null ? [words.whatToPaste] : []),
    ...(runnersUp.length > 0 ? [words.whatIsCompared] : []),
  ];
  const answer = sentences.join(locale === "zh" ? "" : " ");
  if (report === null) return answer;
  return `${words.read(quotedText(errorLine(report)), report.line)}\n\n${answer}`;
}

function primaryReport({ reports, primary }: Extraction): ErrorReport | null {
  return reports[primary ?? 0] ?? null;
}
