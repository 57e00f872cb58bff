import { complaintsIn } from "./complaint.ts";
import type { Complaint } from "./complaint.ts";
import { isActivity, wordGroupsIn } from "./symptom-words.ts";

/**
 * Whether a text complains about one of the activities of a known error: an empty set stands for any.
 * Decided by the sentences that complain, and by everything written where those name no activity.
 */
export type ActivityCheck = (
  activities: ReadonlySet<string>,
  complaints: ReadonlySet<Complaint>,
) => boolean;

/** Complaints about something that goes on; the others are about what came out. */
const ongoing: ReadonlySet<Complaint> = new Set(["hang", "silence", "slow", "killed", "growth"]);

/** Characters of prose that are looked at. */
const longestProse = 40_000;

/** Reads case-folded prose, and all that is written in the issue, once for all known errors. */
export function activityCheck(prose: string, written: string): ActivityCheck {
  const complaining = prose
    .slice(0, longestProse)
    .split(/[.!?] |[。！？；;\n]/)
    .map((sentence) => ({ complaints: complaintsIn(sentence), activities: activitiesIn(sentence) }))
    .filter(({ complaints }) => complaints.size > 0);
  return (activities, complaints) => {
    if (activities.size === 0 || complaints.isDisjointFrom(ongoing)) return true;
    const meant = complaining
      .filter((sentence) => !sentence.complaints.isDisjointFrom(complaints))
      .map((sentence) => sentence.activities)
      .filter((found) => found.size > 0);
    const named = meant.length > 0 ? meant : [activitiesIn(written)];
    return named.some((found) => !activities.isDisjointFrom(found));
  };
}

function activitiesIn(folded: string): Set<string> {
  return new Set([...wordGroupsIn(folded)].filter(isActivity));
}
