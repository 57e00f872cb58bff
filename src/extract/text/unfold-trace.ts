import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

const header = "Traceback (most recent call last):";

/** Calls that one line may hold. */
const mostCalls = 200;

/**
 * Cuts a traceback whose line ends were lost (in a log's field, in a page's plain text) into the
 * lines that it had: header, each call with its source, the error. Other texts stay one line.
 */
export function unfoldTrace(text: string): string[] {
  const start = text.indexOf(header);
  if (start < 0) return [text];
  const body = text.slice(start + header.length);
  if (!/^ {1,8}File "/.test(body)) return [text];
  const calls = body.split(/ (?=File "[^"]{1,400}", line \d)/).slice(1, mostCalls + 1);
  const lines = calls.flatMap((call) => cutCall(call.trim()));
  return [text.slice(0, start + header.length), ...lines];
}

function cutCall(call: string): string[] {
  const place = /^File "[^"]{1,400}", line \d{1,9}(?:, in (?:<[^<>]{1,80}>|[^\s<]{1,200}))?/.exec(
    call,
  )?.[0];
  if (place === undefined) return [`    ${call}`];
  const rest = call.slice(place.length).trim();
  const error = errorAt(rest);
  const source = rest.slice(0, error ?? rest.length).trim();
  return [
    `  ${place}`,
    ...(source === "" ? [] : [`    ${source}`]),
    ...(error === null ? [] : [rest.slice(error)]),
  ];
}

/** Characters behind a call in which its source ends. */
const longestSource = 2_000;

/** Where the error begins behind the last call's source: `raise ValueError("x") ValueError: x`. */
function errorAt(rest: string): number | null {
  for (const found of rest
    .slice(0, longestSource)
    .matchAll(/(?<=^| )[A-Za-z_][\w.]{2,120}(?=: |$)/g)) {
    const typed = readTypedMessage(rest.slice(found.index));
    if (typed !== null && isErrorType(typed.type)) return found.index;
  }
  return null;
}
