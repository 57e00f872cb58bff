/**
 * Most characters GitHub takes as the body of a comment. GitHub counts code points; UTF-16 units,
 * with every line end counted twice in case it is stored as two characters, are never fewer.
 */
export const commentLimit = 65_536;

/** Room kept for the closing lines of a comment that is cut. */
const closingRoom = 200;

/**
 * Cuts Markdown to at most `limit` characters at the end of a line, from the end backwards: the
 * first lines stay. Fences and `<details>` that are open at the cut are closed.
 */
export function clamp(markdown: string, limit: number = commentLimit): string {
  if (sizeOf(markdown) <= limit) return markdown;
  const kept: string[] = [];
  let open: Open = { fence: null, details: 0 };
  let size = 0;
  for (const line of markdown.split("\n")) {
    const next = after(line, open);
    size += line.length + 2;
    if (size + closersOf(next).length + closingRoom > limit) break;
    kept.push(line);
    open = next;
  }
  return [...kept, closersOf(open)].join("\n");
}

/** What is open behind a line. */
interface Open {
  /** Indentation and run of the open fence, as its closing line has to be. */
  fence: string | null;
  details: number;
}

function after(line: string, open: Open): Open {
  if (open.fence !== null) {
    const closes = line.trim().startsWith(open.fence.trim()) && /^\s*(?:`+|~+)\s*$/.test(line);
    return closes ? { ...open, fence: null } : open;
  }
  const fence = /^\s*(?:`{3,}|~{3,})/.exec(line)?.[0] ?? null;
  const opened = line.split("<details").length - line.split("</details").length;
  return { fence, details: Math.max(0, open.details + opened) };
}

function closersOf(open: Open): string {
  const fence = open.fence === null ? [] : [open.fence];
  const details = Array.from({ length: open.details }, () => "\n</details>");
  return [...fence, "…", ...details].join("\n");
}

function sizeOf(markdown: string): number {
  return markdown.length + markdown.split("\n").length;
}
