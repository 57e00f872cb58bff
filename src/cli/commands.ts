import type { CliCommand } from "./cli-io.ts";
import { diagnoseCommand } from "./diagnose-command.ts";
import { knowledgeImportCommand } from "./knowledge-import-command.ts";
import { knowledgeLintCommand } from "./knowledge-lint-command.ts";
import { knowledgeNewCommand } from "./knowledge-new-command.ts";
import { knowledgeSchemaCommand } from "./knowledge-schema-command.ts";
import { knowledgeStatsCommand } from "./knowledge-stats-command.ts";
import { replayCommand } from "./replay-command.ts";

/** Every command, in the order of the overview. */
export const commands: readonly CliCommand[] = [
  diagnoseCommand,
  knowledgeLintCommand,
  knowledgeNewCommand,
  knowledgeImportCommand,
  knowledgeStatsCommand,
  knowledgeSchemaCommand,
  replayCommand,
];
