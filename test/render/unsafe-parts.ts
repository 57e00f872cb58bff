import { fromMarkdown } from "mdast-util-from-markdown";
import type { Nodes } from "mdast";
import { commentLimit } from "../../src/render/clamp.ts";

/** What in a comment's Markdown is alive that must not be, or is left open; empty for a safe one. */
export function unsafeParts(comment: string): string[] {
  const whole = [
    ...(comment.length > commentLimit ? ["too long"] : []),
    ...(comment.isWellFormed() ? [] : ["half a character"]),
    ...(/[\u0000-\u0008\u202A-\u202E]/.test(comment) ? ["control character"] : []),
  ];
  return [
    ...whole,
    ...allNodes(fromMarkdown(comment))
      .filter((node) => isUnsafe(node, comment))
      .map((node) => `${node.type}: ${sourceOf(node, comment)}`),
  ];
}

const live = [
  /@[A-Za-z0-9]/,
  /#[0-9]/,
  /\bGH-[0-9]/i,
  /\b[0-9a-f]{7,40}\b/i,
  /https?:\/\/(?:www\.)?github\.com\//,
  /(?<![A-Za-z0-9])www\./,
];
const ownHtml = /^(?:<!-- signpost: [^<>]* -->|<details><summary>[^<>]*<\/summary>|<\/details>)$/;
const taskBox = /^(?:[-*+]|[0-9]+[.)])\s+\[[ x]\](?:\s|$)/i;
const command = /^(?:[\s>]|[-*+] |[0-9]+[.)] )*\/[a-z]/m;
const backlink = /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/(?:issues|pull)\//;
const never = new Set(["image", "imageReference", "linkReference", "definition"]);

function isUnsafe(node: Nodes, comment: string): boolean {
  if (node.type === "text") {
    return (
      live.some((pattern) => pattern.test(node.value)) || command.test(fromLineStart(node, comment))
    );
  }
  if (node.type === "listItem") return taskBox.test(sourceOf(node, comment));
  if (node.type === "link") return !/^https?:/.test(node.url) || backlink.test(node.url);
  if (node.type === "html") return !ownHtml.test(node.value);
  if (node.type === "code") return !/^(`{3,})[^`\n]*\n[^]*\n\s*\1$/.test(sourceOf(node, comment));
  return never.has(node.type);
}

/** Without what stands in a link: GitHub looks for no mentions and references there. */
function allNodes(node: Nodes): Nodes[] {
  if (node.type === "link") return [node];
  return "children" in node ? [node, ...node.children.flatMap((child) => allNodes(child))] : [node];
}

function sourceOf(node: Nodes, comment: string): string {
  return comment.slice(node.position?.start.offset, node.position?.end.offset);
}

function fromLineStart(node: Nodes, comment: string): string {
  const start = node.position?.start.offset ?? 0;
  const lineStart = comment.lastIndexOf("\n", start - 1) + 1;
  return comment.slice(lineStart, node.position?.end.offset);
}
