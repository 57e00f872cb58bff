/**
 * Shapes of tokens: a fixed beginning, then character classes that run to the token's end.
 * Nothing that can fail follows them, so that no match can backtrack. `$1` keeps the telling beginning.
 * Only where ordinary words have the same beginning (`task-`) must a word begin there; the `n` of
 * an escaped `\n` is no part of a word.
 */
const shapes: readonly RegExp[] = [
  // Hugging Face; Replicate; npm; Groq; PyPI; Google; NVIDIA
  /((?:api_org|hf|r8|npm|gsk)_)[A-Za-z0-9]{20,}\w*/g,
  /(pypi-|AIza|ya29\.|nvapi-)[A-Za-z0-9_-]{20,}/g,
  // GitHub (its documentation, "GitHub's token formats"); GitLab
  /(gh[oprsu]_)[A-Za-z0-9]{20,}\w*/g,
  /(github_pat_)[A-Za-z0-9_]{20,}/g,
  /(gl(?:pat|rt|ptt|dt|cbt)-)[A-Za-z0-9_.-]{16,}/g,
  // OpenAI, Anthropic and others that took over the shape; Stripe
  /((?:(?<![A-Za-z0-9])|(?<=\\[nrt]))sk-)[A-Za-z0-9_-]{16,}/g,
  /([rs]k_(?:live|test)_)[A-Za-z0-9]{16,}\w*/g,
  // AWS access key ids; Slack
  /(A[KS]IA)[A-Z0-9]{16,}/g,
  /(xox[abceoprs]-|xapp-)[A-Za-z0-9-]{10,}/g,
  /(hooks\.slack\.com\/services\/)[A-Za-z0-9/_-]{8,}/g,
];

/** A JSON Web Token; its two dots are counted afterwards. */
const jwtShape = /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_.-]{20,}/g;

/** Replaces private key blocks, tokens of known shape and the user part of URLs. */
export function redactTokens(text: string): string {
  let redacted = redactKeyBlocks(text);
  for (const shape of shapes) redacted = redacted.replace(shape, "$1***");
  redacted = redacted.replace(jwtShape, (word) => (word.split(".").length >= 3 ? "***" : word));
  return redactUrlUsers(redacted);
}

const blockBegin = "-----BEGIN ";
const blockEnd = "-----END ";
const dashes = "-----";
/** Longest header of a PEM block that is looked at, in characters. */
const headerLength = 80;

/** A block that is cut off is taken to run to the end of the text. */
function redactKeyBlocks(text: string): string {
  let redacted = "";
  let position = 0;
  for (;;) {
    const begin = text.indexOf(blockBegin, position);
    if (begin === -1) return redacted + text.slice(position);
    const header = text.slice(begin + blockBegin.length, begin + headerLength).split(dashes, 1)[0];
    if (header?.includes("PRIVATE KEY") !== true) {
      redacted += text.slice(position, begin + blockBegin.length);
      position = begin + blockBegin.length;
      continue;
    }
    redacted += `${text.slice(position, begin)}***`;
    position = endOfKeyBlock(text, begin);
  }
}

function endOfKeyBlock(text: string, begin: number): number {
  const end = text.indexOf(blockEnd, begin);
  if (end === -1) return text.length;
  const close = text.indexOf(dashes, end + blockEnd.length);
  return close === -1 ? text.length : close + dashes.length;
}

const authorityEnd = /[/?#\s"'`<>\\]/;

/** `https://user:password@host` becomes `https://***@host`. */
function redactUrlUsers(text: string): string {
  const [first = "", ...rest] = text.split("://");
  return [first, ...rest.map(withoutUser)].join("://");
}

function withoutUser(afterScheme: string): string {
  const end = afterScheme.search(authorityEnd);
  const authority = end === -1 ? afterScheme : afterScheme.slice(0, end);
  const at = authority.lastIndexOf("@");
  return at < 1 ? afterScheme : `***${afterScheme.slice(at)}`;
}
