import type { Candidate } from "./candidate.ts";
import { neighbourIds } from "./neighbour-ids.ts";
import { isBetterSupported } from "./library-support.ts";
import type { AbstainReason, Match, Verdict } from "./verdict.ts";

/**
 * Confidence from which a known error is named. `npm run eval -- matching test/fixtures/matching.jsonl`,
 * 633 cases, 372 of them to be left in silence: all 250 answers are right. On the 199 of
 * them that were written last, each part before the repairs it led to: 65 of 72; six of the seven others
 * quote a known error that the issue only speaks about, of which the confidence knows nothing.
 */
export const leastConfidence = 0.7;

/** Points (see `Clue`) by which one candidate must lead another to be chosen over it. */
const clearLead = 0.15;

/** How many times as many agreeing characters make a wording the more specific one ... */
const moreSpecific = 1.3;
/** ... when the other, or the candidate itself, says that the two are confused. */
const moreSpecificNeighbour = 1.1;

/**
 * A match that explains another report than the first must be this sure. Too few issues have two known
 * errors to measure more than this: the three second answers in `test/fixtures/matching.jsonl` are right.
 */
const leastConfidenceSecond = 0.85;

const mostMatches = 2;
const mostRunnersUp = 5;

/** Chooses among candidates for the reports of one issue; `primary` is the report the issue is about. */
export function decide(candidates: readonly Candidate[], primary: number | null): Verdict {
  const best = bestOfEachError(candidates);
  const good = best.filter(({ match }) => match.confidence >= leastConfidence);
  if (good.length === 0) {
    return abstain(best.length === 0 ? "unknown_error" : "low_confidence", best);
  }
  const groups = groupByReport(good, primary).map(leaders);
  const [first = [], ...others] = originFirst(groups);
  if (first.length > mostMatches) {
    return abstain("ambiguous", best);
  }
  const second = first.length > 1 ? undefined : findSecond(first, others, good);
  const chosen = [...first, ...(second === undefined ? [] : [second])].map(({ match }) => match);
  const [head, ...tail] = chosen;
  return head === undefined
    ? abstain("unknown_error", best)
    : {
        kind: "diagnosed",
        matches: [head, ...tail],
        competing: first.length > 1,
        runnersUp: runnersUp(best, chosen),
      };
}

/** No candidate is chosen; `reason` says why. */
export function abstain(reason: AbstainReason, candidates: readonly Candidate[]): Verdict {
  return { kind: "abstained", reason, runnersUp: runnersUp(bestOfEachError(candidates), []) };
}

/** The strongest candidate of each known error, strongest first; ties in the order of their ids. */
function bestOfEachError(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.match.knownError.id);
    if (known === undefined || candidate.points > known.points) {
      best.set(candidate.match.knownError.id, candidate);
    }
  }
  return [...best.values()].sort(
    (left, right) =>
      right.points - left.points || (left.match.knownError.id < right.match.knownError.id ? -1 : 1),
  );
}

/** Candidates for the same error of the same report together; the primary report's own error first. */
function groupByReport(candidates: readonly Candidate[], primary: number | null): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.match.report} ${candidate.isCause ? causeLine(candidate) : ""}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const rank = (group: readonly Candidate[]): number => {
    const isPrimary = group[0]?.match.report === primary;
    return (isPrimary ? 0 : 2) + (group[0]?.isCause === true ? 1 : 0);
  };
  return [...groups.values()].sort(
    (left, right) => rank(left) - rank(right) || (right[0]?.points ?? 0) - (left[0]?.points ?? 0),
  );
}

function causeLine({ match }: Candidate): number {
  return match.evidence.find(({ kind }) => kind === "cause")?.line ?? 0;
}

/**
 * The error that the others come from in front, where the records say so: one that leads to the first
 * of the same report, or precedes it.
 */
function originFirst(groups: readonly Candidate[][]): Candidate[][] {
  const [first] = groups;
  const origin = groups.find(
    (group) =>
      group[0]?.match.report === first?.[0]?.match.report &&
      group.some((cause) => first?.some((final) => isOrigin(cause, final))),
  );
  return origin === undefined ? [...groups] : [origin, ...groups.filter((each) => each !== origin)];
}

function isOrigin(cause: Candidate, final: Candidate): boolean {
  const [from, to] = [cause.match.knownError, final.match.knownError];
  return (
    cause.isCause &&
    !final.isCause &&
    (neighbourIds(from.transition_graph?.leads_to).includes(to.id) ||
      neighbourIds(to.transition_graph?.preceded_by).includes(from.id))
  );
}

/** The best candidate of a group and those that are as good, without those that it outdoes. */
function leaders(group: readonly Candidate[]): Candidate[] {
  const undone = group.filter(
    (candidate) => !group.some((other) => other !== candidate && outdoes(other, candidate)),
  );
  const standing = undone.length > 0 ? undone : group;
  const most = Math.max(...standing.map(({ points }) => points));
  return standing.filter(({ points }) => points >= most - clearLead);
}

/**
 * Whether a candidate agrees with clearly more of the same message than another; or with as much,
 * and its packages are seen better.
 */
function outdoes(candidate: Candidate, other: Candidate): boolean {
  const areNeighbours =
    candidate.prepared.confusedWith.has(other.match.knownError.id) ||
    other.prepared.confusedWith.has(candidate.match.knownError.id);
  const factor = areNeighbours ? moreSpecificNeighbour : moreSpecific;
  if (other.characters <= 0) return false;
  if (candidate.characters >= other.characters * factor) return true;
  if (other.characters >= candidate.characters * factor) return false;
  return isBetterSupported(candidate.support, other.support);
}

/** The best candidate for another error of the issue than the first one explains. */
function findSecond(
  first: readonly Candidate[],
  others: readonly (readonly Candidate[])[],
  good: readonly Candidate[],
): Candidate | undefined {
  const single = others.flatMap((group) => (group.length === 1 ? group : []));
  return single
    .filter((candidate) => !first.includes(candidate) && good.includes(candidate))
    .filter(({ match }) => match.confidence >= leastConfidenceSecond)
    .sort((left, right) => right.points - left.points)[0];
}

function runnersUp(best: readonly Candidate[], chosen: readonly Match[]): Match[] {
  return best
    .map(({ match }) => match)
    .filter((match) => !chosen.includes(match))
    .slice(0, mostRunnersUp);
}
