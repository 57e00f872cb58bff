import type { CommandEntry } from "./cli-io.ts";

/** Every command, in the order of the overview. */
export const commands: readonly CommandEntry[] = [
  {
    name: "diagnose",
    summary: "find the known error in the text of an issue",
    load: async () => (await import("./diagnose-command.ts")).diagnoseCommand,
  },
  {
    name: "knowledge lint",
    summary: "check folders of known errors",
    load: async () => (await import("./knowledge-lint-command.ts")).knowledgeLintCommand,
  },
  {
    name: "knowledge new",
    summary: "draft a known error from a traceback",
    load: async () => (await import("./knowledge-new-command.ts")).knowledgeNewCommand,
  },
  {
    name: "knowledge import",
    summary: "take in known errors of other collections, into quarantine",
    load: async () => (await import("./knowledge-import-command.ts")).knowledgeImportCommand,
  },
  {
    name: "knowledge stats",
    summary: "count known errors, and what they answer",
    load: async () => (await import("./knowledge-stats-command.ts")).knowledgeStatsCommand,
  },
  {
    name: "knowledge schema",
    summary: "print the JSON Schema of a known error",
    load: async () => (await import("./knowledge-schema-command.ts")).knowledgeSchemaCommand,
  },
  {
    name: "replay",
    summary: "show what a recorded delivery would make the app do",
    load: async () => (await import("./replay-command.ts")).replayCommand,
  },
];
