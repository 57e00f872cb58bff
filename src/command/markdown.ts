import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/**
 * Parses the blocks of a stranger's Markdown, and its code spans. Positions are those of the given
 * text. Quotes, lists, emphasis, links and escapes stay plain text: their rules cost the parser
 * super-linear time (64 KB of `*_` took 158 s, of nested list items 38 s, of quotes 34 s). What is left
 * takes about 1 s for 64 KB of the worst text known.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [{ disable: { null: [...costlyRules] } }] });
}

const costlyRules = [
  "attention",
  "autolink",
  "blockQuote",
  "characterEscape",
  "characterReference",
  "definition",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "list",
  "setextUnderline",
] as const;
