import { RE2JS } from "re2js";
import type { KnowledgeBase } from "../../src/match/knowledge-base.ts";
import { scanPatterns } from "../../src/match/scan.ts";

/** A way to find the patterns that match somewhere in a text: their owners, ascending. */
export type MatchWay = (text: string) => number[];

/** A regex and whose it is. */
export interface OwnedSource {
  owner: number;
  source: string;
}

/** One regex after the other, by the engine of the language: what most tools do. */
export function naiveWay(sources: readonly OwnedSource[]): MatchWay {
  const all = sources.map(({ owner, source }) => ({ owner, regex: new RegExp(source, "i") }));
  return (text) => all.flatMap(({ owner, regex }) => (regex.test(text) ? [owner] : []));
}

/** One regex after the other, by an engine that never takes more than linear time. */
export function re2jsWay(sources: readonly OwnedSource[]): MatchWay {
  const all = sources.map(({ owner, source }) => ({
    owner,
    regex: RE2JS.compile(source, RE2JS.CASE_INSENSITIVE),
  }));
  return (text) => all.flatMap(({ owner, regex }) => (regex.matcher(text).find() ? [owner] : []));
}

/** All at once, by the index of literals. */
export function indexWay(knowledge: KnowledgeBase): MatchWay {
  return (text) => scanPatterns(knowledge, text).map(({ owner }) => owner);
}

/** The regexes of a knowledge base as they are used. */
export function sourcesOf({ size, preparedAt }: KnowledgeBase): OwnedSource[] {
  return Array.from({ length: size }, (_, owner) => owner).flatMap((owner) => {
    const source = preparedAt(owner).pattern?.source;
    return source === undefined ? [] : [{ owner, source }];
  });
}
