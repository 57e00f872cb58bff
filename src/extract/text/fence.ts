/** An opening fence. */
export interface FenceMark {
  /** Its character, a backtick or a tilde. */
  sign: string;
  /** How many of them. */
  length: number;
  /** First word behind it, in lower case. */
  info: string;
}

/** Reads an opening fence at the start of a text; behind backticks another one makes it inline code. */
export function fenceMark(text: string): FenceMark | null {
  const sign = text.charAt(0);
  if (sign !== "`" && sign !== "~") return null;
  const length = runOf(text, sign);
  if (length < 3 || (sign === "`" && text.includes("`", length))) return null;
  const info = /^\s*(\S{0,40})/.exec(text.slice(length, length + 60))?.[1] ?? "";
  return { sign, length, info: info.toLowerCase() };
}

/** Whether a line closes an open fence: by a `mark` of its own, or by one `glued` to its last words. */
export function closesFence(body: string, { sign, length }: FenceMark): "mark" | "glued" | null {
  const text = body.trim();
  if (!text.endsWith(sign.repeat(length))) return null;
  const first = text.indexOf(sign);
  if (runOf(text, sign) === text.length) return "mark";
  return first > 0 && runOf(text.slice(first), sign) === text.length - first ? "glued" : null;
}

/**
 * Tells for each line whether the marks behind it open and close in turn, when no fence is open
 * there: so a closing mark that was glued to a line, or forgotten, is known by what follows.
 */
export function fencesComeOutEven(lines: readonly string[]): boolean[] {
  const even: boolean[] = Array.from({ length: lines.length }, () => false);
  let outside = true;
  let inside = false;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    even[index] = outside;
    const mark = markOn(lines[index] ?? "");
    if (mark === "bare") [outside, inside] = [inside, outside];
    else if (mark === "open") outside = inside;
    else if (mark === "glued") inside ||= outside;
  }
  return even;
}

function markOn(line: string): "bare" | "open" | "glued" | null {
  if (!line.includes("```") && !line.includes("~~~")) return null;
  const text = line.replace(/^[\s>]{0,40}/, "").trimEnd();
  const mark = fenceMark(text);
  if (mark !== null) return mark.length === text.length ? "bare" : "open";
  return closesFence(text, { sign: "`", length: 3, info: "" }) === "glued" ? "glued" : null;
}

function runOf(text: string, sign: string): number {
  let length = 0;
  while (text[length] === sign) length += 1;
  return length;
}
