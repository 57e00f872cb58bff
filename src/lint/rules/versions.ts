import semver from "semver";
import type { AffectedVersions } from "../../knowledge/known-error.ts";
import { parseSpecifier, releaseNumbers } from "../../match/version-specifier.ts";
import { isBlank } from "../shown-text.ts";
import type { Complaint, Rule } from "../rule.ts";

/** Versions are compared with what the reporter states, so they have to be readable. */
export const versionsParse: Rule = {
  name: "versions-parse",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { versions } }) =>
    versions.flatMap((affected, index): Complaint[] => {
      const complaints: Complaint[] = [];
      if (!isReadable(affected.version)) {
        complaints.push({
          path: ["versions", index, "version"],
          message: `${JSON.stringify(affected.version)} is not a package with a version range`,
          mend: "Write the package and a specifier: transformers>=4.30,<4.40",
        });
      }
      for (const field of ["introduced", "fixed"] as const) {
        const version = affected[field];
        if (isBlank(version) || releaseNumbers(lastWord(version ?? "")) !== null) continue;
        complaints.push({
          path: ["versions", index, field],
          message: `${JSON.stringify(version)} is not a version`,
          mend: "Write the number only: 4.40.0",
        });
      }
      return complaints;
    }),
};

/** A range alone says nothing, and neither does a package alone without a bound beside it. */
function isReadable(version: AffectedVersions["version"]): boolean {
  const parts = /^@?[A-Za-z][\w./-]*(?: [A-Za-z][\w./-]*)*(?:\[[^\]]*\])?\s*@?\s*(.*)$/.exec(
    version.trim(),
  );
  const range = parts?.[1];
  if (range === undefined) return false;
  const bare = range.replace(/\.x$/i, "").replace(/^([\d.]+)\+$/, "$1");
  return (
    releaseNumbers(bare) !== null ||
    parseSpecifier(range) !== null ||
    semver.validRange(range, { loose: true }) !== null
  );
}

function lastWord(text: string): string {
  return (
    text
      .trim()
      .split(/[\s=]+/)
      .at(-1) ?? ""
  );
}
