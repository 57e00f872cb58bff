import { knownPackage } from "./known-packages.ts";
import { packageName } from "./package-name.ts";
import type { PlainLine } from "./plain-line.ts";
import type { VersionStatement } from "./version-sentence.ts";
import { versionAtStart } from "./version-token.ts";

/** A third column as `conda list` prints it (`py310h5f9d8c6_0`). */
const build = /^(?:[a-z0-9_.]*\d[a-z0-9_.]*|pypi_0|<pip>)$/i;

/** A row of a list of packages. */
interface VersionRow extends VersionStatement {
  /** True where name or form alone say that the number is a version. */
  isCertain: boolean;
}

/** Rows that make a list of packages when one of them is a known package's. */
const shortestList = 3;

/**
 * Versions in lists of packages, by line number: `pip freeze` (`name==1.2.3`), `pip list` (`name
 * 1.2.3`), `conda list` (`name 1.2.3 build channel`) and tables (`| name | 1.2.3 |`). A name that
 * is not a known package's counts only below a head or in the company of known ones: two columns
 * of words and numbers may be anything.
 */
export function versionsInTables(lines: readonly PlainLine[]): Map<number, VersionStatement> {
  const found = new Map<number, VersionStatement>();
  let run: [number, VersionRow][] = [];
  let hasHead = false;
  for (const { content, line } of lines) {
    const row = /\d\.\d/.test(content) ? versionRow(content) : null;
    if (row) {
      run.push([line, row]);
      continue;
    }
    collect(found, run, hasHead);
    hasHead = isHead(content) || (hasHead && run.length === 0 && isRule(content));
    run = [];
  }
  collect(found, run, hasHead);
  return found;
}

function collect(
  found: Map<number, VersionStatement>,
  run: readonly [number, VersionRow][],
  hasHead: boolean,
): void {
  const isList = hasHead || (run.length >= shortestList && run.some(([, row]) => row.isCertain));
  for (const [line, { name, version, isCertain }] of run) {
    if (isList || isCertain) found.set(line, { name, version });
  }
}

function versionRow(line: string): VersionRow | null {
  return pinnedRow(line) ?? tableRow(line) ?? columnsRow(line);
}

/** `Package  Version`, `# Name  Version  Build  Channel`, `| Library | Version |`. */
function isHead(line: string): boolean {
  const words = line.toLowerCase().replace(/[|#]/g, " ").trim().split(/\s+/);
  return /^(?:package|name|library|software)$/.test(words[0] ?? "") && words[1] === "version";
}

/** The rule below a head: `--------- -------`, `| --- | --- |`. */
function isRule(line: string): boolean {
  return /^[-=|+: ]{3,}$/.test(line);
}

function pinnedRow(line: string): VersionRow | null {
  const pin = /^([a-z][\w.-]*)(?:\[[\w,-]*\])? ?={2,3} ?/i.exec(line);
  const token = pin && versionAtStart(line.slice(pin[0].length));
  if (!pin || !token || !/^(?:$| ?;| ?#)/.test(token.rest)) return null;
  return { name: packageName(pin[1] ?? ""), version: token.version, isCertain: true };
}

function tableRow(line: string): VersionRow | null {
  if (!line.includes("|")) return null;
  const cells = line.split("|", 8).map((cell) => cell.trim());
  const [label = "", value = "", ...others] = cells[0] === "" ? cells.slice(1) : cells;
  if (others.some((cell) => versionAtStart(cell) !== null)) return null;
  const key = label.replace(/ ?(?:version|版本)$/i, "");
  const name = knownPackage(key);
  const written = value.toLowerCase().startsWith(`${key.toLowerCase()} `)
    ? value.slice(key.length + 1)
    : value;
  const token = name === null ? null : versionAtStart(written);
  return name === null || token === null ? null : { name, version: token.version, isCertain: true };
}

function columnsRow(line: string): VersionRow | null {
  const [written = "", version = "", ...more] = line.split(" ", 6);
  if (!/^[a-z][\w.-]*$/i.test(written) || more.length > 2) return null;
  const token = versionAtStart(version);
  if (token === null || token.rest !== "") return null;
  if (more.length > 0 && !isColumn(more[0] ?? "")) return null;
  const name = packageName(written);
  return { name, version: token.version, isCertain: knownPackage(written) !== null };
}

function isColumn(text: string): boolean {
  return (build.test(text) && versionAtStart(text) === null) || text.startsWith("/");
}
