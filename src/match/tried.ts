import type { Extraction } from "../extract/extraction.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import { cureKeys } from "./cure-keys.ts";
import type { CureKey, CureKeys } from "./cure-keys.ts";
import { speaksOf } from "./speaks-of.ts";
import { triedSentences } from "./tried-sentences.ts";
import type { TriedText } from "./tried-sentences.ts";

/** Cures of a known error that the reporter has tried in vain: the index of each, and the line that says so. */
export interface TriedCures {
  workarounds: ReadonlyMap<number, number>;
  deadEnds: ReadonlyMap<number, number>;
}

/**
 * Finds the cures that the reporter says to have tried: an identifier or a command of the cure stands
 * in a sentence that says so. What several cures of the known error have in common, or what belongs
 * to the error itself, tells nothing.
 */
export function findTried(extraction: Extraction, knownError: KnownError): TriedCures {
  const { workarounds, dead_ends: deadEnds } = knownError;
  const sentences = triedSentences(extraction);
  if (sentences.length === 0) return { workarounds: new Map(), deadEnds: new Map() };
  const all = [
    ...workarounds.map(({ action, how }) => cureKeys(action, how ?? "")),
    ...deadEnds.map(({ action }) => cureKeys(action, "")),
  ];
  const lines = all.map((keys) => {
    const { ofAction, ofCode } = ownKeys(keys, all, knownError);
    const told = linesOf(ofAction, sentences);
    const shown = linesOf(ofCode, sentences);
    return told[0] ?? (shown.length > 0 && shown.length * 3 >= ofCode.length * 2 ? shown[0] : null);
  });
  return {
    workarounds: indexed(lines.slice(0, workarounds.length)),
    deadEnds: indexed(lines.slice(workarounds.length)),
  };
}

/** The first line that speaks of each key. */
function linesOf(keys: readonly CureKey[], sentences: readonly TriedText[]): number[] {
  return keys.flatMap((key) => {
    const found = sentences.find(({ text }) => speaksOf(text, key));
    return found === undefined ? [] : [found.line];
  });
}

function ownKeys(keys: CureKeys, all: readonly CureKeys[], knownError: KnownError): CureKeys {
  const { signature, aliases, symptoms, title } = knownError;
  const said = [signature, ...aliases, ...symptoms, title ?? ""];
  const others = all.filter((other) => other !== keys);
  const taken = new Set(
    others
      .flatMap(({ ofAction, ofCode }) => ofAction.concat(ofCode))
      .map((key) => JSON.stringify(key)),
  );
  const isOwn = (key: CureKey): boolean =>
    !taken.has(JSON.stringify(key)) && !said.some((text) => speaksOf(text, key));
  return { ofAction: keys.ofAction.filter(isOwn), ofCode: keys.ofCode.filter(isOwn) };
}

function indexed(lines: readonly (number | null | undefined)[]): Map<number, number> {
  return new Map(lines.flatMap((line, index) => (line ? [[index, line] as const] : [])));
}
