import type { Announcement, Container } from "./block.ts";
import type { Region } from "./regions.ts";

/**
 * Tells for each line that stands verbatim (in a fence, indented, in HTML) what the words above its
 * block announce: an error ("I get this error:", `### Error message`) or output of any kind.
 */
export function announcementsOf(
  lines: readonly string[],
  regions: readonly Region[],
): (Announcement | null)[] {
  const announced: (Announcement | null)[] = [];
  let section: Announcement | null = null;
  let above = "";
  let block: Region | undefined;
  let current: Announcement | null = null;
  let told: Announcement | null = null;
  for (const [index, written] of lines.entries()) {
    const region = regions[index];
    const text = written.trim();
    const isVerbatim = region !== undefined && verbatim.has(region.container);
    // A fence that was closed too early may hold the headings of a form.
    const isHeading =
      region?.container === "heading" || (text.startsWith("##") && /^#{2,4} [A-Z]/.test(text));
    if (isHeading) section = announcementIn(text);
    // In prose only what stands right below words that point at it.
    if (!isHeading && !isVerbatim && text !== "")
      told = /[:：]$/.test(above) ? announcementIn(above) : above === "" ? section : null;
    if (isHeading || (!isVerbatim && text !== "")) {
      // A title sums up; it does not point at what stands below it.
      above = isHeading || region?.container === "title" ? "" : text;
      block = undefined;
    } else if (isVerbatim && !isSameBlock(region, block)) {
      // Words announce the block below them; a heading, all of its section.
      current = weighed(announcementIn(above) ?? section, region);
      above = "";
      block = region;
    }
    announced.push(isHeading ? null : isVerbatim ? current : told);
  }
  return announced;
}

function isSameBlock(region: Region, block: Region | undefined): boolean {
  return region.container === block?.container && region.fence === block.fence;
}

const verbatim = new Set<Container>(["fence", "indented", "html"]);

/** A block that is marked as code hardly holds output, and HTML may hold anything. */
function weighed(announcement: Announcement | null, region: Region): Announcement | null {
  const isOther = sources.has(region.info) || region.container === "html";
  if (!isOther || announcement === null) return announcement;
  return announcement === "output" ? null : announcement === "error" ? "output" : announcement;
}

const sources = new Set(
  `c c++ cpp cs csharp css dart diff dockerfile go graphql groovy hcl html ini java javascript jinja js json jsx julia
  kotlin kt less lua make makefile md markdown nix php proto py python r rb rst ruby rust scala scss sql svelte swift
  terraform tf toml ts tsx typescript vue xml yaml yml zig`.split(/\s+/),
);

/** Characters of a line that are read, from its end. */
const reach = 240;

/** What a heading or a sentence says about the block below it; `null` when it says nothing of the kind. */
export function announcementIn(text: string): Announcement | null {
  const isHeading = text.startsWith("#") || /^\*\*[^*]{1,80}\*\*:?$/.test(text);
  const words = lastSentence(text.slice(-reach).replace(/[*_#>]+/g, " "));
  if (wishes.test(words)) return "wish";
  if (unannounced.test(words) || generalities.test(words)) return null;
  if (isHeading)
    return errorWords.test(words) ? "error" : outputWords.test(words) ? "output" : null;
  if (errorWords.test(words)) return isPointing(words) ? "error" : "output";
  return /[:：]$|\b(?:gives?|gave|gets?|got|prints?|shows?|says?)$/.test(words) &&
    tellingWords.test(words)
    ? "output"
    : null;
}

function lastSentence(text: string): string {
  const trimmed = text.trim();
  const end = trimmed.slice(0, -1).search(/[.!?。！？](?:\s+|$|(?<=[。！？]))[^.!?。！？]*$/);
  return end < 0 ? trimmed : trimmed.slice(end + 1).trim();
}

const errorWords =
  /\b(?:errors?|exceptions?|fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|throws?|threw|errored|complain(?:s|ed|ing)?|panics?|panicked|tracebacks?|stack ?traces?|fehler|fehlermeldung|erreur)\b|went wrong|报错|错误|异常|出错|失败|錯誤|エラー|ошибк|오류|에러/i;
const outputWords =
  /\b(?:logs?|console|terminal|outputs?|actual results?|what happened|what happens|happening)\b|日志|输出|结果/i;
const tellingWords =
  /\b(?:outputs?|logs?|prints?|printed|says?|said|shows?|showing|gives?|gave|get|gets|got|getting|returns?|returned|yields?|results?|responds?|response|message|see|sees|saw|receive[ds]?)\b|提示|显示|输出|日志|如下/i;

const wishes =
  /\b(?:expect(?:ed|ing|s)? (?!a |an )|expected$|should|would (?:be|like|answer|look|become|read|love|prefer|then)|desired|ideally|proposed|proposal|feature request)\b|期望|预期|希望/i;

/** Sentences that announce code, what was expected, or that nothing failed. */
const unannounced =
  /\b(?:expect(?:ed|ing|s)?|would|without (?:an |any )?(?:errors?|fail\w*)|no (?:more )?errors?|instead of|work(?:s|ed|ing)? (?:fine|well|as)|workaround|fixe[sd]|fix|to reproduce|steps)\b|(?:following|this|these|below|my|the|sample|example|source) (?:[\w.-]+ ){0,2}(?:code|script|snippet|examples?|commands?|config\w*|files?|functions?|methods?|quer(?:y|ies)|templates?|inputs?|patch|changes?|diff|lines?|program)\W*$|(?:following|this|these|sample|example) (?:[\w.`-]+ ){0,2}(?:code|snippet|examples?|config\w*|files?|functions?|methods?|quer(?:y|ies)|program) (?:makes? \S{1,60} )?(?:fail|crash|break|throw|error|panic)\w{0,3}\W*$/i;

/** Sentences about errors that anyone may meet: advice follows, no output. */
const generalities =
  /\b(?:common|typical|possible|likely|usual|frequent|various) (?:\w{1,20} )?(?:errors?|reasons?|causes?|mistakes?|pitfalls?|problems?|failures?|exceptions?)\b|\b(?:might|may|can) (?:also )?(?:encounter|run into|come across|face|be caused)\b/i;

/** True for a sentence that points at the error: it ends in a colon, or names it as following. */
function isPointing(words: string): boolean {
  return (
    /(?:[:：]|\.{3}|…|\b(?:with|gives?|gets?|got|says?|errors?|exception|message))$/i.test(words) ||
    /\b(?:following|this|below|next|as follows)\b|如下|下面|以下/i.test(words)
  );
}
