/**
 * Text that was pasted out of JSON or a `repr` carries its line ends as `\n`: when it holds a
 * traceback or a stack, its lines are given back one by one; any other text comes back as it is.
 */
export function unfoldEscapes(text: string): string[] {
  if (!text.includes("\\n") || !holdsStack(text)) return [text];
  return text.replaceAll("\\r\\n", "\\n").split("\\n").map(unescapeLine);
}

function holdsStack(text: string): boolean {
  return (
    text.includes("Traceback (most recent call last)") ||
    text.includes('\\n  File \\"') ||
    text.includes('\\n  File "') ||
    text.includes("\\n    at ") ||
    text.includes("\\n\\tat ")
  );
}

function unescapeLine(text: string): string {
  return text
    .replaceAll("\\u001b", "\u001b")
    .replaceAll("\\x1b", "\u001b")
    .replaceAll("\\t", "\t")
    .replaceAll('\\"', '"')
    .replaceAll("\\'", "'");
}
