import path from "node:path";
import { bundledKnowledgeDir, loadKnowledge } from "../knowledge/load.ts";
import { formatProblem } from "../knowledge/problem.ts";
import { compileKnowledge } from "../match/knowledge-base.ts";
import type { KnowledgeBase } from "../match/knowledge-base.ts";
import type { CliIo } from "./cli-io.ts";
import { terminalText } from "./terminal-text.ts";

/**
 * The bundled known errors, those of `KNOWLEDGE_DIRS` and those of the folders given; a later
 * folder wins. What is wrong with one of them goes to standard error and stops nothing.
 */
export async function knowledgeFor(dirs: readonly string[], io: CliIo): Promise<KnowledgeBase> {
  const own = (io.env["KNOWLEDGE_DIRS"] ?? "").split(path.delimiter).map((dir) => dir.trim());
  const extra = [...own, ...dirs].filter((dir) => dir !== "");
  const { knownErrors, problems } = await loadKnowledge([bundledKnowledgeDir(), ...extra]);
  const knowledge = compileKnowledge(knownErrors);
  const worthSaying = problems.filter(({ severity }) => severity !== "note").map(formatProblem);
  for (const problem of [...worthSaying, ...knowledge.problems]) {
    io.stderr.write(terminalText(`signpost: ${problem}\n`));
  }
  return knowledge;
}
