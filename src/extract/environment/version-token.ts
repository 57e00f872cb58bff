/**
 * One version as people and programs write it: PEP 440 and semver, with the build tags of PyTorch
 * (`2.2.0+cu121`, `2.1.0a0+32f93b1`) and Java's update number (`1.8.0_292`). At least one dot.
 */
const dotted =
  /^v?(\d{1,5}(?:\.\d{1,8}){1,4}(?:_\d{1,4})?(?:[.-]?(?:alpha|beta|rc|a|b|dev|pre)\.?\d{0,10})?(?:\.post\d{1,4})?(?:\.dev\d{0,10})?(?:\+[a-z0-9.]{1,40})?)$/i;

/** Characters a version may consist of. */
const word = /^[\w.+-]{1,80}/;

/** What follows a number that is a quantity, not a version. */
const unit =
  /^\s?(?:[kmgt]i?b\b|ms\b|s\b|sec|min|hours?\b|days?\b|times?\b|it\/s|fps|x\b|%|倍|秒|个|年|月)/i;

/** What may stand right behind a version. */
const boundary = /^(?:$|[\s,;:()[\]{}|"'`*/，。；、）】]|[^\u0000-\u007f])/;

/** A second version in the same breath: `4.37 or 4.38`, `4.37 -> 4.38`, `2.1/2.2`. */
const another = /^\s*(?:[,/|~]|-+>?|→|–|and|or|to|through|then|和|或|与|到|至|、)\s*v?\d{1,5}\.\d/i;

/** What turns a version into a requirement: `4.38 or newer`, `4.38 以上`. */
const openEnd =
  /^\s*(?:(?:or|and|及|或)?\s*(?:newer|later|above|higher|greater|up\b|older|below|lower|earlier|onwards?)|及?以[上下]|或更|之[前后])/i;

/** A version at the beginning of a text, without its leading `v`, and what stands behind it. */
export interface VersionToken {
  version: string;
  rest: string;
}

/**
 * Reads one version from the beginning of a text. `null` when there is none, or when the text goes
 * on to a second version, to "or newer", or to a unit.
 */
export function versionAtStart(text: string): VersionToken | null {
  const run = word.exec(text)?.[0];
  if (run === undefined) return null;
  const version = dotted.exec(withoutFullStop(run))?.[1];
  if (version === undefined || isDate(version)) return null;
  const rest = text.slice(withoutFullStop(run).length);
  if (!boundary.test(rest.replace(/^\.(?=\s|$)/, ""))) return null;
  if (another.test(rest) || openEnd.test(rest) || unit.test(rest)) return null;
  return { version, rest };
}

/** `23.04.2020` is a date; `2023.10.0` and `2020.3.24` are versions in use. */
function isDate(version: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/.test(version);
}

function withoutFullStop(run: string): string {
  return run.endsWith(".") ? run.slice(0, -1) : run;
}
