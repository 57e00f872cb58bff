import { UserError } from "../../src/errors.ts";
import type { KnowledgeBase } from "../../src/match/knowledge-base.ts";
import { indexWay, naiveWay, re2jsWay, sourcesOf } from "./match-ways.ts";
import type { MatchWay } from "./match-ways.ts";
import { median } from "./measure.ts";

/** What matching one text takes, one way and the other: medians over distinct texts. */
export interface ComparedRow {
  /** Number of regexes. */
  patterns: number;
  text_kb: number;
  naive_ms: number;
  re2js_ms: number;
  ours_ms: number;
  /** Of the naive way to ours on the same text: the median. */
  ratio: number;
  /** On how many texts each was measured; the slow ways give up after a while. */
  texts: { naive: number; re2js: number; ours: number };
}

/** Milliseconds after which a slow way is not given another text. */
const patience = 4_000;

/** Milliseconds of warming up: the runtime compiles what runs often, step by step. */
const warmUp = 700;

/**
 * Measures the three ways on texts of one size. Throws a `UserError` when their answers differ.
 * `warm` are other texts, for the runtime to compile the code.
 */
export function compareWays(
  knowledge: KnowledgeBase,
  texts: readonly string[],
  warm: readonly string[],
): ComparedRow {
  const sources = sourcesOf(knowledge);
  const ours = indexWay(knowledge);
  for (const end = performance.now() + warmUp; performance.now() < end;) warm.forEach(ours);
  const fast = texts.map((text) => timed(ours, text));
  const naive = slowly(naiveWay(sources), texts, warm);
  const re2js = slowly(re2jsWay(sources), texts, []);
  for (const [name, slow] of [
    ["naive", naive],
    ["re2js", re2js],
  ] as const) {
    slow.forEach(({ found }, index) => requireEqual(found, fast[index]?.found ?? [], name));
  }
  return {
    patterns: sources.length,
    text_kb: Math.round((texts[0]?.length ?? 0) / 1_024),
    naive_ms: median(naive.map(({ ms }) => ms)),
    re2js_ms: median(re2js.map(({ ms }) => ms)),
    ours_ms: median(fast.map(({ ms }) => ms)),
    ratio: median(naive.map(({ ms }, index) => ms / (fast[index]?.ms ?? Number.NaN))),
    texts: { naive: naive.length, re2js: re2js.length, ours: fast.length },
  };
}

interface Timed {
  found: number[];
  ms: number;
}

function timed(way: MatchWay, text: string): Timed {
  const start = performance.now();
  const found = way(text);
  return { found, ms: performance.now() - start };
}

/** The first of the texts, as many as patience allows; before them two others, so that all is compiled. */
function slowly(way: MatchWay, texts: readonly string[], warm: readonly string[]): Timed[] {
  const end = performance.now() + patience;
  warm.slice(0, 2).forEach(way);
  const results: Timed[] = [];
  for (const text of texts) {
    if (results.length > 0 && performance.now() > end) break;
    results.push(timed(way, text));
  }
  return results;
}

function requireEqual(slow: readonly number[], fast: readonly number[], name: string): void {
  if (slow.join() !== fast.join()) {
    const both = `${name} finds [${slow.join()}], the index [${fast.join()}]`;
    throw new UserError(`the ways differ: ${both}`);
  }
}
