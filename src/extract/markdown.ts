import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

export interface MarkdownOptions {
  /**
   * `all`: quotes and lists are containers; the caller caps their number, for the parser's time
   * grows with its square (64 KB of nested list items took 38 s, of quotes 34 s). `none`: their
   * marks stay plain text.
   */
  containers: "all" | "none";
}

/**
 * Parses the blocks of a stranger's Markdown, and its code spans. Positions are those of the given
 * text. Emphasis, links and escapes stay plain text: their rules cost the parser super-linear time
 * (64 KB of `*_` took 158 s). Without containers 64 KB of the worst text known take about 1 s.
 */
export function parseMarkdown(text: string, { containers }: MarkdownOptions): Root {
  const disabled = containers === "all" ? costlyRules : [...costlyRules, "blockQuote", "list"];
  return fromMarkdown(text, { extensions: [{ disable: { null: disabled } }] });
}

const costlyRules = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "definition",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "setextUnderline",
];
