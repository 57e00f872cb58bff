/** A block of HTML that is open. */
export interface HtmlBlock {
  /** What ends it, in lower case; `null` for a blank line. */
  end: string | null;
  isComment: boolean;
  /** True for a tag of no block's: it cannot interrupt a paragraph. */
  isPlainTag: boolean;
}

/** Where a line stands, as far as comments are concerned. */
interface Place {
  index: number;
  /** Index of the last line that holds `-->`. */
  lastCommentEnd: number;
}

const blockTags = new Set(
  `address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt
  fieldset figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe legend li
  link main menu nav ol optgroup option p param section source summary table tbody td tfoot th thead
  title tr track ul`.split(/\s+/),
);

/**
 * Reads the start of an HTML block (https://spec.commonmark.org/0.31.2/#html-blocks). A comment that
 * is never closed holds what the reporter wrote behind it: it is a block that ends like any tag's.
 */
export function htmlBlockAt(text: string, { index, lastCommentEnd }: Place): HtmlBlock | null {
  if (!text.startsWith("<")) return null;
  if (text.startsWith("<!--")) {
    const isComment = lastCommentEnd >= index;
    return { end: isComment ? "-->" : null, isComment, isPlainTag: false };
  }
  const tag = /^<\/?([a-z][a-z0-9-]{0,20})(?=[\s/>]|$)/i.exec(text)?.[1]?.toLowerCase();
  if (tag === undefined) return null;
  if (["pre", "script", "style", "textarea"].includes(tag) && !text.startsWith("</"))
    return { end: `</${tag}>`, isComment: false, isPlainTag: false };
  if (blockTags.has(tag)) return { end: null, isComment: false, isPlainTag: false };
  return /^<\/?[a-z][^<>]{0,400}>\s*$/i.test(text)
    ? { end: null, isComment: false, isPlainTag: true }
    : null;
}

/** Whether an open block ends with this line. */
export function htmlBlockEnds({ end }: HtmlBlock, body: string): boolean {
  return end === null ? body.trim() === "" : body.toLowerCase().includes(end);
}
