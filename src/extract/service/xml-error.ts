import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Errors in the XML that services answer with: `<Error><Code>x</Code><Message>y</Message>` of S3 and
 * Azure, SOAP's faults (https://www.w3.org/TR/soap12-part1/#soapfault), OData's `m:error`.
 */
export const xmlError: Family = {
  name: "xml error",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line) || line.announced === "wish") return null;
    const text = line.text.trimStart();
    if (!text.startsWith("<") || !roots.test(text)) return null;
    const body = bodyAt(lines, at);
    const message = tagText(body.text, messageTags);
    if (message === null || !holders.test(body.text)) return null;
    const type = tagText(body.text, codeTags);
    const { draft } = singleLineReading(lines, at, {
      type,
      message,
      kind: "service",
      language: "other",
    });
    const lastLine = lines[body.next - 1]?.line ?? line.line;
    return { draft: draft && { ...draft, lastLine }, next: body.next };
  },
};

const roots =
  /^<(?:\?xml |(?:\w{1,20}:)?(?:Error|error|ErrorResponse|Fault|Envelope|Response|ServiceException|ServiceExceptionReport|ExceptionReport)[ >])/;

/** Elements that only an answer of failure has. */
const holders =
  /<(?:\w{1,20}:)?(?:Error|error|Errors|ErrorResponse|Fault|ServiceException|ExceptionReport)(?: [^<>]{0,300})?>/;

const messageTags = tagPattern("Message|message|faultstring|Text|ExceptionText|ServiceException");
const codeTags = tagPattern("Code|code|faultcode|Value|errorCode");

/** An element of a name, with any prefix, and the text right behind its start. */
function tagPattern(names: string): RegExp {
  return new RegExp(
    `<(?:\\w{1,20}:)?(?:${names})(?: [^<>]{0,300})?>\\s{0,200}([^<\\s][^<]{0,2000})`,
  );
}

function tagText(xml: string, pattern: RegExp): string | null {
  const found = pattern.exec(xml)?.[1]?.trim();
  return found === undefined || found === "" ? null : found.replace(/\s+/g, " ");
}

const caps = { lines: 60, characters: 8_000 } as const;

/** The document that begins on a line: up to a blank line, a fence's end or the caps. */
function bodyAt(lines: readonly BlockLine[], at: number): { text: string; next: number } {
  let text = "";
  let next = at;
  while (next < lines.length && next - at < caps.lines && text.length < caps.characters) {
    const line = lines[next]?.text.trim() ?? "";
    if (line === "" && text !== "") break;
    text += `${line.slice(0, caps.characters)}\n`;
    next += 1;
    if (
      /<\/(?:\w{1,20}:)?(?:Error|error|ErrorResponse|Envelope|ServiceExceptionReport|ExceptionReport)>$/.test(
        line,
      )
    )
      break;
  }
  return { text, next };
}
