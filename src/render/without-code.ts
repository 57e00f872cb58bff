/** The Markdown of a known error without fenced and inline code; a fence may hold backticks itself. */
export function withoutCode(markdown: string): string {
  const prose: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split("\n")) {
    const mark: string | null = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence === null && mark === null) prose.push(line);
    if (mark !== null) fence = fence === null ? mark : line.trim() === fence ? null : fence;
  }
  // Every second piece between backticks is code; a lone backtick at the end changes little.
  return prose
    .join("\n")
    .split(/`+/)
    .filter((_, index) => index % 2 === 0)
    .join(" ");
}
