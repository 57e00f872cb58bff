import { fromMavenRange, fromMavenVersion } from "./maven-version.ts";
import { meetsNpmRange } from "./npm-range.ts";
import { both, meetsClause, parseSpecifier } from "./version-specifier.ts";
import type { Answer } from "./version-specifier.ts";

/** How the packages of an ecosystem count their versions. */
export interface VersionRules {
  /** Whether a stated version lies in a range; `null` where the range is empty. */
  meets(stated: string, range: string): Answer | null;
  /** A version in the form of PEP 440, to compare releases; `null` for what is none. */
  toRelease(version: string): string | null;
}

/** The rules for a known error's package: by its domain, Go's own toolchain by its name. */
export function versionRulesFor(domain: string, name: string): VersionRules {
  const key = domain.toLowerCase();
  if (name === "go") return python;
  return families.find(({ domains }) => domains.has(key))?.rules ?? python;
}

/** PEP 440, which also reads plain dotted numbers and RubyGems (`~>` is its `~=`). */
const python: VersionRules = {
  meets: (stated, range) => meetsSpecifier(release(stated), range.replaceAll("~>", "~=")),
  toRelease: release,
};

/** Semantic versions of npm, Cargo and Go modules, whose pseudo-versions are pre-releases. */
const semantic: VersionRules = {
  meets: (stated, range) =>
    range === "" ? null : meetsNpmRange(stated, range.replaceAll(",", " ")),
  toRelease: release,
};

const maven: VersionRules = {
  meets: (stated, range) => {
    const version = fromMavenVersion(stated);
    return version === null ? "unknown" : meetsSpecifier(version, fromMavenRange(range), toMaven);
  },
  toRelease: fromMavenVersion,
};

const families: readonly { domains: ReadonlySet<string>; rules: VersionRules }[] = [
  {
    domains: new Set([
      "node",
      "nodejs",
      "npm",
      "javascript",
      "typescript",
      "rust",
      "cargo",
      "go",
      "golang",
    ]),
    rules: semantic,
  },
  {
    domains: new Set(["java", "jvm", "maven", "gradle", "spring", "kotlin", "scala", "android"]),
    rules: maven,
  },
];

/** `go1.21.3` as `1.21.3`. */
function release(version: string): string {
  return version.replace(/^go(?=\d)/, "");
}

function toMaven(bound: string): string {
  return fromMavenVersion(bound) ?? bound;
}

function meetsSpecifier(
  stated: string,
  range: string,
  toBound: (bound: string) => string = release,
): Answer | null {
  const clauses = parseSpecifier(range.replace(/^([\d.]+)\+$/, ">=$1"), toBound);
  if (clauses === null) return "unknown";
  if (clauses.length === 0) return null;
  return clauses.map((clause) => meetsClause(stated, clause)).reduce(both);
}
