/** Where in the issue a line stands. */
export type Container = "title" | "heading" | "prose" | "fence" | "indented" | "html" | "comment";

/** One line as the families read it: cleaned, its common prefix stripped. */
export interface BlockLine {
  /** 1-based line of the text; several block lines share one when escaped text was unfolded. */
  line: number;
  /** Last line of the text where several were joined. */
  lastLine?: number;
  text: string;
  container: Container;
  /** The log prefix that was stripped, if any. */
  stamp: Stamp | null;
  /** What the words above the line's block say that it holds; `null` in prose, and where they say nothing. */
  announced: Announcement | null;
}

/** The words above a block announce an error, output of whatever kind, or what the reporter wishes for. */
export type Announcement = "error" | "output" | "wish";

/** A log record's own words in front of its message. */
export interface Stamp {
  /** As printed (`ERROR`), `null` where the record names none. */
  level: string | null;
}

/** Lines that one program printed, or that stand together: what the families read from top to bottom. */
export interface Block {
  lines: BlockLine[];
  /** The common prefix of one of several writers (`[rank0]:`), empty where there is none. */
  prefix: string;
}

/** True for lines that hold what a program printed, or code, word for word. */
export function isVerbatim(line: BlockLine): boolean {
  return line.container === "fence" || line.container === "indented" || line.container === "html";
}

/** 1-based line of the text on which the lines before an index end. */
export function lineBefore(lines: readonly BlockLine[], next: number): number | null {
  const last = lines[next - 1];
  return last?.lastLine ?? last?.line ?? null;
}

/** Columns before the first character that is no blank. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
