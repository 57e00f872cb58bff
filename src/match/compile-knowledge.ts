import type { KnownError } from "../knowledge/known-error.ts";
import { compileError, compileRegex, wordingsOf } from "./compile-error.ts";
import type { CompiledError, CompiledKnowledge } from "./compiled-knowledge.ts";
import { frequencyCounter } from "./frequencies.ts";
import { buildLiteralIndex } from "./literal-index.ts";
import { needlePacker } from "./needle-packer.ts";
import { recordPacker } from "./packed-records.ts";
import type { CompiledPattern } from "./pattern.ts";
import { symptomIndexBuilder } from "./symptom-index.ts";
import { phrasesOf } from "./symptom-phrase.ts";
import { wordsOf } from "./word-weights.ts";
import { anchorLiterals } from "./wording.ts";

/** Compiles known errors one by one; a part that cannot be used is left out and reported in `problems`. */
export function compileErrors(knownErrors: readonly KnownError[]): CompiledKnowledge {
  const problems: string[] = [];
  const errors = recordPacker<CompiledError>();
  const regexes = recordPacker<CompiledPattern | null>();
  const patterns = needlePacker();
  const wordings = needlePacker();
  const symptoms = symptomIndexBuilder();
  const words = frequencyCounter();
  const packages = frequencyCounter();
  knownErrors.forEach((knownError, owner) => {
    const pattern = compileRegex(knownError, (problem) => problems.push(problem));
    regexes.add(pattern);
    for (const { literals } of pattern?.sequences ?? []) patterns.add({ owner, literals });
    const compiled = compileError(knownError);
    errors.add(compiled);
    for (const wording of compiled.wordings) {
      wordings.add({ owner, literals: anchorLiterals(wording) });
    }
    symptoms.add(owner, phrasesOf(knownError));
    words.add(wordsOf(wordingsOf(knownError).join("\n")));
    packages.add(compiled.packages);
  });
  const size = knownErrors.length;
  return {
    size,
    problems,
    errors: errors.finish(),
    regexes: regexes.finish(),
    patterns: buildLiteralIndex(patterns.finish(), size),
    wordings: buildLiteralIndex(wordings.finish(), size),
    symptoms: symptoms.finish(size),
    words: words.finish(),
    packages: packages.finish(),
  };
}
