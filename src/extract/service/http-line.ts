import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Status lines of failed requests, for issues in which nothing else was found: `HTTP/1.1 500 Internal
 * Server Error`, `GET https://x 404 (Not Found)` of a browser's console, a gateway's page.
 */
export const httpLine: Family = {
  name: "http line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line) || line.text.length < 8) return null;
    const found = readStatus(line) ?? readConsole(line.text) ?? readPage(line.text);
    return found && singleLineReading(lines, at, { ...found, kind: "service", language: "other" });
  },
};

interface Status {
  type: string | null;
  message: string;
}

function readStatus({ text, announced }: BlockLine): Status | null {
  const found = /^(?:< ?)?HTTP\/[\d.]{1,3} ([45]\d\d) ([A-Z][A-Za-z' -]{3,60})$/.exec(text.trim());
  if (found !== null) return { type: found[1] ?? null, message: (found[2] ?? "").trim() };
  // On its own a status is as often what a client is told to expect.
  const alone =
    announced === "error" ? /^([45]\d\d):? ([A-Z][A-Za-z' -]{3,60})$/.exec(text.trim()) : null;
  return alone && { type: alone[1] ?? null, message: (alone[2] ?? "").trim() };
}

function readConsole(text: string): Status | null {
  const found =
    /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) https?:\S{3,600} (?:(net::ERR_\w{3,60})|([45]\d\d)(?: \(([A-Z][\w' -]{2,60})\))?)(?: \(|$)/.exec(
      text.trim(),
    );
  if (found === null) return null;
  return { type: found[1] ?? found[2] ?? null, message: found[3] ?? text.trim() };
}

function readPage(text: string): Status | null {
  const found = /<(?:title|h1)>([45]\d\d) ([A-Z][A-Za-z' -]{3,60})<\//.exec(text);
  return found && { type: found[1] ?? null, message: (found[2] ?? "").trim() };
}
