import type { EvidenceKind, Match } from "../match/verdict.ts";

/** A kind of evidence that the known error could have had, with the names that were looked for. */
export interface MissingEvidence {
  kind: EvidenceKind;
  names: readonly string[];
}

/** Names of one kind that are told. */
const mostNames = 4;

/** What a known error says about itself, and the issue neither shows nor contradicts. */
export function missingEvidence({ knownError, evidence, versionStatus }: Match): MissingEvidence[] {
  const kinds = new Set(evidence.map(({ kind }) => kind));
  const agreeing = new Set(evidence.filter(({ weight }) => weight > 0).map(({ kind }) => kind));
  const { exception, packages, versions } = knownError;
  const looked: (MissingEvidence & { isMissing: boolean })[] = [
    { kind: "exception", names: exception, isMissing: !kinds.has("exception") },
    { kind: "library", names: packages, isMissing: !agreeing.has("library") },
    {
      kind: "version",
      names: versions.map(({ version }) => version),
      isMissing: versionStatus === "unknown",
    },
  ];
  return looked
    .filter(({ names, isMissing }) => isMissing && names.length > 0)
    .map(({ kind, names }) => ({ kind, names: names.slice(0, mostNames) }));
}
