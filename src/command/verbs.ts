/** Words of a command in both languages the bot speaks. */
interface Summary {
  en: string;
  zh: string;
}

interface Verb {
  /** How to write it, after `/`. */
  usage: string;
  summary: Summary;
  /** `read`: for the author and people of the repository; `write`: triage role and up. */
  access: "read" | "write";
}

/** The one table of verbs: grammar, permissions and help are read from it. */
export const verbs = {
  diagnose: {
    usage: "diagnose",
    summary: {
      en: "looks at the issue again, and at a traceback in the comment itself",
      zh: "重新诊断本 issue，也会读取该评论里的报错",
    },
    access: "read",
  },
  explain: {
    usage: "diagnose explain",
    summary: {
      en: "shows the evidence and what else came into question",
      zh: "列出判断依据和其他候选",
    },
    access: "read",
  },
  apply: {
    usage: "diagnose apply [label, ...]",
    summary: {
      en: "puts the suggested labels on the issue (triage role and up)",
      zh: "为 issue 加上建议的标签（需要 triage 及以上权限）",
    },
    access: "write",
  },
  help: {
    usage: "diagnose help",
    summary: { en: "shows this list", zh: "显示本列表" },
    access: "read",
  },
} as const satisfies Record<string, Verb>;
