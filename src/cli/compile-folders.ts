import type { KnownError } from "../knowledge/known-error.ts";
import { parseFolders } from "../knowledge/load.ts";
import { formatProblem } from "../knowledge/problem.ts";
import type { KnowledgeFolder } from "../knowledge/read-folders.ts";
import { compileErrors } from "../match/compile-knowledge.ts";
import type { CompiledKnowledge } from "../match/compiled-knowledge.ts";

/** Checks and compiles what was read; apart from the rest because this takes half of a program's start. */
export function compileFolders(folders: readonly KnowledgeFolder[]): {
  compiled: CompiledKnowledge;
  knownErrors: KnownError[];
  problems: string[];
} {
  const { knownErrors, problems } = parseFolders(folders);
  const worthSaying = problems.filter(({ severity }) => severity !== "note");
  const compiled = compileErrors(knownErrors);
  return { compiled, knownErrors, problems: worthSaying.map(formatProblem) };
}
