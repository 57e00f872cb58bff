import { diagnose } from "../diagnose.ts";
import type { ErrorReport } from "../extract/error-report.ts";
import type { Extraction } from "../extract/extraction.ts";
import type { FieldPath } from "../knowledge/field-path.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import { compileKnowledge } from "../match/knowledge-base.ts";
import type { KnowledgeBase } from "../match/knowledge-base.ts";
import { leastConfidence } from "../match/decide.ts";
import { match } from "../match/match.ts";
import type { Match } from "../match/verdict.ts";
import { ordinaryTexts } from "./prose.ts";
import type { LintedRecord } from "./rule.ts";

/** All known errors that would be loaded together, and how they behave together. */
export interface Collection {
  records: readonly LintedRecord[];
  byId: ReadonlyMap<string, LintedRecord>;
  knowledge: KnowledgeBase;
  /** Which known errors answer to which wording of the collection. */
  wordings: readonly WordingAnswer[];
  /** Ordinary texts that a known error answers to, by its id: there should be none. */
  proseTaken: ReadonlyMap<string, string>;
}

/** A wording (signature or alias) reported as an error, and who answers. */
interface WordingAnswer {
  /** Id of the known error that it belongs to. */
  id: string;
  path: FieldPath;
  text: string;
  /** Ids of the known errors diagnosed, best first. */
  answeredBy: readonly string[];
  /** Ids of those that would be, if a better one did not stand before them. */
  outdone: readonly string[];
}

/** Holds every wording, and ordinary prose, against the whole collection. */
export function buildCollection(records: readonly LintedRecord[]): Collection {
  const knowledge = compileKnowledge(records.map(({ knownError }) => knownError));
  return {
    records,
    byId: new Map(records.map((record) => [record.knownError.id, record])),
    knowledge,
    wordings: records.flatMap(({ knownError }) => answersTo(knownError, knowledge)),
    proseTaken: takenProse(knowledge),
  };
}

/** Ids of the known errors that a text of an issue is diagnosed as, best first. */
export function diagnosedIds(
  text: string,
  knowledge: KnowledgeBase,
  requested: boolean,
): readonly string[] {
  const { verdict } = diagnose(text, knowledge, { locale: "en", requested });
  return verdict.kind === "diagnosed" ? idsOf(verdict.matches) : [];
}

function idsOf(matches: readonly Match[]): string[] {
  return matches.map(({ knownError }) => knownError.id);
}

function answersTo(knownError: KnownError, knowledge: KnowledgeBase): WordingAnswer[] {
  const wordings: { path: FieldPath; text: string }[] = [
    { path: ["signature"], text: knownError.signature },
    ...knownError.aliases.map((text, index) => ({ path: ["aliases", index], text })),
  ];
  return wordings.map(({ path, text }) => {
    const verdict = match(reportOf(text, knownError), knowledge, { requested: false });
    const matches = verdict.kind === "diagnosed" ? verdict.matches : [];
    const near = verdict.runnersUp.filter(({ confidence }) => confidence >= leastConfidence);
    return { id: knownError.id, path, text, answeredBy: idsOf(matches), outdone: idsOf(near) };
  });
}

/** The wording as the only error of an issue; a type that it does not print is the record's first. */
export function reportOf(wording: string, knownError: KnownError): Extraction {
  const printed = /^((?:\w+[.$])*[A-Z]\w*[a-z]\w*): ([^]+)$/.exec(wording);
  const fullMessage = printed?.[2] ?? wording;
  const report: ErrorReport = {
    language: "other",
    kind: "line",
    type: printed?.[1] ?? knownError.exception[0] ?? null,
    message: fullMessage.split("\n")[0] ?? "",
    fullMessage,
    line: 1,
    frames: [],
    causes: [],
    firstLine: 1,
    lastLine: wording.split("\n").length,
    repeatedAt: [],
    prefixes: [],
    fingerprint: "",
  };
  const environment = { versions: [], os: null };
  const told = { environment, prose: [], code: [], packageLines: [], references: [] };
  return { reports: [report], primary: 0, locale: "en", ...told };
}

function takenProse(knowledge: KnowledgeBase): Map<string, string> {
  const taken = new Map<string, string>();
  for (const text of ordinaryTexts) {
    for (const id of diagnosedIds(text, knowledge, true)) {
      taken.set(id, text);
    }
  }
  return taken;
}
