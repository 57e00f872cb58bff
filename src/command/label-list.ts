/** Longest label name GitHub accepts, in characters. */
const nameLimit = 50;
const labelLimit = 20;
const quotes = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["“", "”"],
]);

/**
 * Reads label names separated by commas; a name in quotes or backticks may also be followed by the
 * next one without a comma (`"error: config" "error: memory"`).
 */
export function parseLabels(text: string): string[] {
  const labels: string[] = [];
  let rest = text.trim();
  while (rest !== "" && labels.length < labelLimit) {
    const closing = quotes.get(rest.charAt(0));
    const quoteEnd = closing === undefined ? -1 : rest.indexOf(closing, 1);
    const separator = /[,，]/.exec(rest)?.index ?? rest.length;
    const [name, end] =
      quoteEnd > 0
        ? [rest.slice(1, quoteEnd), quoteEnd + 1]
        : [rest.slice(0, separator), separator];
    if (name.trim() !== "") labels.push(name.trim().slice(0, nameLimit));
    rest = rest.slice(end).replace(/^[\s,，]+/, "");
  }
  return labels;
}
