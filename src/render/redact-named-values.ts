/** Names whose value is always a secret, written without `-` and `_`; longer names may end in them. */
const strongNames = [
  "password",
  "passwd",
  "passphrase",
  "secret",
  "secretkey",
  "apikey",
  "accesskey",
  "privatekey",
  "authtoken",
  "accesstoken",
  "refreshtoken",
  "sessiontoken",
  "apitoken",
  "hubtoken",
  "hftoken",
  "githubtoken",
  "ghtoken",
  "gitlabtoken",
  "authorization",
  "credentials",
];

/** Names whose value may be a secret: spared where the value plainly is none. */
const weakNames = new Set(["token", "key", "pwd", "auth", "signature", "sig", "xamzsignature"]);

/** `WANDB_KEY`, `MY_TOKEN`: how environment variables with secrets are named. */
const environmentName = /^[A-Z0-9]+_[A-Z0-9_]*(?:TOKEN|KEY|SECRET|PASS|PWD)$/;

/** Values that are no secret, whatever the name. */
const constants = new Set([
  "none",
  "null",
  "true",
  "false",
  "undefined",
  "lambda",
  "str",
  "string",
]);

/** Words that stand between `Authorization:` and the secret. */
const schemes = new Set(["bearer", "basic", "token", "digest", "negotiate"]);

/** What stands for a secret: `<token>`, `{token}`, `$TOKEN`, `${TOKEN}`, `$(cat token)`, or `***`. */
const standIn = /^(?:[<{]|\*{3}|\$[({]|\$[A-Z_]+(?![A-Za-z0-9]))/;

/** Longest value that is looked at where name and sign do not settle it, in characters. */
const weakLength = 256;
/** Longest name that is looked at, in characters. */
const nameLength = 64;

interface Span {
  start: number;
  end: number;
}

/** Replaces the values of names such as `password=`, `"api_key":`, `--token` and `Bearer`. */
export function redactNamedValues(text: string): string {
  let redacted = "";
  let position = 0;
  for (const { 0: word, index } of text.matchAll(/[A-Za-z0-9_-]+/g)) {
    if (index < position || word.length > nameLength) continue;
    const secret = secretAfter(text, word, index + word.length);
    if (secret === null) continue;
    redacted += `${text.slice(position, secret.start)}***`;
    position = secret.end;
  }
  return redacted + text.slice(position);
}

function secretAfter(text: string, word: string, end: number): Span | null {
  const name = word.replace(/[-_]/g, "").toLowerCase();
  if (name === "bearer" || name === "basic") return ifSecret(text, wordAfterSpaces(text, end));
  const strong = isStrong(word, name);
  if (!strong && !weakNames.has(name)) return null;
  const separator = separatorAfter(text, end);
  if (separator === null) return word.startsWith("--") ? flagValue(text, end) : null;
  const isCertain = strong || separator.sign === "=";
  const value = valueAt(text, separator.end, isCertain ? text.length : weakLength);
  const content = text.slice(value.start, value.end);
  if (isPlain(content) || content === word) return null;
  if (schemes.has(content.toLowerCase())) return wordAfterSpaces(text, value.end);
  return isCertain ? value : ifSecret(text, value);
}

function isStrong(word: string, name: string): boolean {
  return strongNames.some((strong) => name.endsWith(strong)) || environmentName.test(word);
}

/** `=` or `:` after a name, with an optional closing quote and spaces around. */
function separatorAfter(text: string, end: number): { sign: string; end: number } | null {
  let at = end;
  if (text[at] === "\\") at += 1;
  if (isQuote(text[at])) at += 1;
  at = skipSpaces(text, at);
  const sign = text[at];
  if (sign !== "=" && sign !== ":") return null;
  // `==` compares, `://` is a URL, `::` a path of names
  const next = text[at + 1];
  if (next === "=" || next === "/" || next === ":") return null;
  return { sign, end: skipSpaces(text, at + 1) };
}

function flagValue(text: string, end: number): Span | null {
  const value = wordAfterSpaces(text, end);
  return value === null || text[value.start] === "-" ? null : value;
}

function valueAt(text: string, at: number, most: number): Span {
  const start = text[at] === "\\" ? at + 1 : at;
  const quote = text[start];
  const inside = isQuote(quote) ? start + 1 : start;
  if (standIn.test(text.slice(inside, inside + nameLength))) return { start: inside, end: inside };
  const stop = isQuote(quote) ? (quote === '"' ? /["\n]/ : /['\n]/) : /[\s,;&)\]}"'`<>]/;
  const end = endOfRun(text, inside, { stop, most });
  const isEscaped = isQuote(quote) && text[end - 1] === "\\";
  return { start: inside, end: isEscaped ? end - 1 : end };
}

function wordAfterSpaces(text: string, end: number): Span | null {
  const start = skipSpaces(text, end);
  if (start === end) return null;
  const value = {
    start,
    end: endOfRun(text, start, { stop: /[\s,;)\]}"'`<>]/, most: text.length }),
  };
  return value.end === value.start || text[start] === "*" ? null : value;
}

function ifSecret(text: string, span: Span | null): Span | null {
  if (span === null) return null;
  const content = text.slice(span.start, span.end);
  return content.length >= 8 && /[0-9]/.test(content) && /[A-Za-z]/.test(content) ? span : null;
}

/** Empty or a constant. */
function isPlain(content: string): boolean {
  return content === "" || constants.has(content.toLowerCase());
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < from + 8 && text[at] === " ") at += 1;
  return at;
}

function endOfRun(text: string, start: number, run: { stop: RegExp; most: number }): number {
  const limit = Math.min(text.length, start + run.most);
  let at = start;
  while (at < limit && !run.stop.test(text.charAt(at))) at += 1;
  return at;
}
