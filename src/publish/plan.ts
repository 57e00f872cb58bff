import type { CategoryLabel } from "../knowledge/category.ts";
import { parseMarker } from "../render/parse-marker.ts";
import type { Action, Existing, Wanted } from "./action.ts";

/**
 * What to do so that the issue shows what is wanted; empty when it already does or is locked.
 * The comment comes first, because it helps the reader even when the labels are refused afterward.
 */
export function plan(wanted: Wanted, existing: Existing): Action[] {
  if (existing.locked) return [];
  return [...planComment(wanted.comment, existing.comment), ...planLabels(wanted.labels, existing)];
}

function planComment(body: string | null, standing: Existing["comment"]): Action[] {
  if (body === null) return [];
  if (standing === null) return [{ kind: "create_comment", body }];
  if (contentHash(body) === contentHash(standing.body)) return [];
  return [{ kind: "update_comment", comment: standing.id, body }];
}

/** GitHub may store a body with other line ends than were sent, so the marker's hash is compared. */
function contentHash(body: string): string | null {
  return parseMarker(body)?.hash ?? null;
}

function planLabels(labels: CategoryLabel[], existing: Existing): Action[] {
  const settled = new Set([...existing.issueLabels, ...existing.removedLabels].map(labelKey));
  const missing = new Map<string, CategoryLabel>();
  for (const label of labels) {
    const key = labelKey(label.name);
    if (!settled.has(key) && !missing.has(key)) missing.set(key, label);
  }
  if (missing.size === 0) return [];

  const spellings = new Map(existing.repositoryLabels.map((name) => [labelKey(name), name]));
  const create: Action[] = [];
  const add: string[] = [];
  for (const [key, label] of missing) {
    const spelling = spellings.get(key);
    if (spelling === undefined) create.push({ kind: "create_label", label });
    add.push(spelling ?? label.name);
  }
  return [...create, { kind: "add_labels", labels: add }];
}

/** GitHub's label names are unique without regard to case. */
function labelKey(name: string): string {
  return name.toLowerCase();
}
