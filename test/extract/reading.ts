import type { ErrorReport, Frame, ReportedError } from "../../src/extract/error-report.ts";
import { extract } from "../../src/extract/extract.ts";

/**
 * What the extractor says about the errors of a text, as short as a person would write it down:
 * everything but the fingerprints, and without what goes without saying (`line` when the error
 * stands on the first line of its report, `fullMessage` when it has one line, empty lists).
 */
export function readingOf(text: string): object {
  const { primary, locale, reports } = extract(text);
  return { primary, locale, reports: reports.map(toldReport) };
}

function toldReport(report: ErrorReport): object {
  const { language, kind, firstLine, lastLine, frames, causes, repeatedAt, prefixes } = report;
  return {
    language,
    kind,
    ...toldError(report, firstLine),
    span: [firstLine, lastLine],
    ...(frames.length > 0 && { frames: frames.map(toldFrame) }),
    ...(causes.length > 0 && { causes: causes.map((cause) => toldError(cause, null)) }),
    ...(repeatedAt.length > 0 && { repeatedAt }),
    ...(prefixes.length > 0 && { prefixes }),
  };
}

function toldError(
  { type, message, fullMessage, line }: ReportedError,
  place: number | null,
): object {
  return {
    type,
    message,
    ...(fullMessage !== message && { fullMessage: fullMessage.split("\n") }),
    ...(line !== place && { line }),
  };
}

/** `file:line function [package]`; `library` stands for a library without a name, nothing for the reporter's own code. */
function toldFrame({ file, line, function: name, inLibrary, package: owner }: Frame): string {
  const place = line === null ? (file ?? "?") : `${file ?? "?"}:${line}`;
  const mark = owner ?? (inLibrary ? "library" : null);
  return [place, name ?? "?", ...(mark === null ? [] : [`[${mark}]`])].join(" ");
}
