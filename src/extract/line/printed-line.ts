import { isCodeLine } from "../reading/code-line.ts";
import { hasThreeWords } from "./error-sentence.ts";
import { isCode } from "../reading/find-typed.ts";

/** True for a line of words that a program printed: no code, no notice, no sentence of the reporter's. */
export function isPrintedLine(text: string): boolean {
  if (!hasThreeWords(text) && !/[\u4e00-\u9fff]{4}/.test(text)) return false;
  if (notice.test(text) || buildNotice.test(text) || question.test(text)) return false;
  if (spotless.test(text) || lesserLevel.test(text.slice(0, 120))) return false;
  if (scriptNotice.test(text) || access.test(text) || template.test(text)) return false;
  return !/\b(?:I|I'm|I've|my)\b/.test(text) && !isCode(text) && !isCodeLine(text);
}

/** A reporter's question; a program asks as well, behind what failed. */
const question =
  /^(?:How|Why|What|When|Where|Who|Which|Is|Are|Was|Do|Does|Did|Can (?!'t)|Could (?!not)|Should|Would|Has|Have|Any|Am)\b.*[?？]$|[？]$/;

/** Words of a lesser level in front; PHP's log puts the time in brackets before them. */
const notice =
  /^(?:\[[^\]]{1,60}\] PHP |PHP |\W{0,3})(?:warn|info|not(?:e|ice)\b|hint|debug|deprecat|usage|tip)/i;

/** Steps of a build, whose files are named as they like, and counts of nothing. */
const buildNotice =
  /^(?:0|[Nn]o) (?:errors?|failures?|warnings?)\b|^\[ ?\d{1,3}%\] |^\[\d{1,6}\/\d{1,6}\] |^In file included from |: note: /;

/** Words that say that all is well. */
const spotless =
  /\b(?:0|no|zero|without) (?:\w{1,20} )?(?:errors?|failed|failures?|problems?|issues?)\b|\b(?:check|look|scan|watch|search|test)(?:s|ed|ing)? (?:\S{1,40} ){0,4}for (?:\w{1,20} )?(?:errors?|problems?)\b/i;

/** A level below that of an error, wherever a logger of no known form puts it. */
const lesserLevel = /(?:^|[\s[|(:])(?:WARN|WARNING|INFO|DEBUG|TRACE|NOTICE)(?=[\s\]|):])/;

/** Warnings and progress of JavaScript's package managers and bundlers. */
const scriptNotice =
  /^(?:➤ YN\d{4}: |npm (?:warn|WARN|notice) |Module Warning |▲ \[WARNING|\(!\) |\(node:\d{1,9}\) |\d{1,7}:\d{1,6} {2,}warning )/;

/** A line of a web server's log of requests. */
const access = /"(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) \S{1,2000} HTTP\/\d/;

/** Places that a program fills before it prints. */
const template = /%[-+0-9.]{0,6}[sdvqwxf]\b|\$\{\w/;
