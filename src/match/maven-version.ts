/**
 * A Maven version in the form of PEP 440, so that both are compared by one rule; `null` for what is no
 * version. Maven orders `alpha < beta < milestone < rc < snapshot < (none, ga, final, release) < sp`,
 * and what else stands behind the numbers (`-jre`) names a build, not an order
 * (https://maven.apache.org/pom.html#version-order-specification).
 */
export function fromMavenVersion(version: string): string | null {
  const found = /^v?(\d{1,9}(?:[.-]\d{1,9}){0,5})(?:[._-]?(.{1,60}))?$/.exec(version.trim());
  if (found === null) return null;
  const numbers = (found[1] ?? "").replaceAll("-", ".");
  return numbers + suffixOf((found[2] ?? "").toLowerCase());
}

/** Java's own updates, `1.8.0_292`, count on. */
const update = /^_?(\d{1,5})$/;

/** Distance that keeps milestones behind all betas, and snapshots behind all release candidates. */
const far = 100_000;

function suffixOf(qualifier: string): string {
  const parts = /^([a-z]{1,20})[.-]?(\d{1,5})?/.exec(qualifier);
  const [, word = "", written = "0"] = parts ?? [];
  const count = Number(written);
  switch (word) {
    case "a":
    case "alpha":
      return `a${count}`;
    case "b":
    case "beta":
      return `b${count}`;
    case "m":
    case "milestone":
      return `b${far + count}`;
    case "rc":
    case "cr":
      return `rc${count}`;
    case "snapshot":
      return `rc${far}`;
    case "sp":
      return `.post${count}`;
    default: {
      const updated = update.exec(qualifier)?.[1];
      return updated === undefined ? "" : `.${Number(updated)}`;
    }
  }
}

/**
 * Maven's notation of a range (`[2.0,2.15)`, `[1.5]`, `(,1.0]`) as a specifier (`>=2.0,<2.15`); other
 * texts as they are (https://maven.apache.org/pom.html#dependency-version-requirement-specification).
 */
export function fromMavenRange(range: string): string {
  const found = /^([[(])([^[\](),]{0,50})(?:(,)([^[\](),]{0,50}))?([\])])$/.exec(range.trim());
  if (found === null) return range;
  const [, open, low = "", comma, high = "", close] = found;
  if (comma === undefined) return `==${low.trim()}`;
  const from = low.trim() === "" ? [] : [`${open === "[" ? ">=" : ">"}${low.trim()}`];
  const to = high.trim() === "" ? [] : [`${close === "]" ? "<=" : "<"}${high.trim()}`];
  return [...from, ...to].join(",");
}
