import { firstText, textAt } from "../reading/loose-fields.ts";
import type { LooseObject } from "../reading/loose-json.ts";

const typeKeys = [
  "type",
  "status",
  "reason",
  "__type",
  "codeName",
  "code",
  "Code",
  "errorCode",
  "errorType",
  "error_code",
  "name",
  "key",
  "slug",
  "statusCode",
  "status_code",
];

/** A word or number before a word of the transport's: Google's `PERMISSION_DENIED` before its 403. */
export function typeFrom(error: LooseObject, message: string): string | null {
  const found = typeKeys.flatMap((key) => {
    const value = textAt(error, key);
    return value === null ||
      value === message ||
      value.length > 120 ||
      /^https?:|^about:|^(?:fail\w*|error|none|null)$/i.test(value)
      ? []
      : [value];
  });
  const type =
    found.find((value) => /[A-Za-z]/.test(value) && !/\s/.test(value)) ??
    found.find((value) => !/\s/.test(value));
  return type === undefined ? null : type.slice(type.lastIndexOf("#") + 1);
}

const codeKeys = [
  "__type",
  "errorType",
  "errorCode",
  "error_code",
  "code",
  "Code",
  "errcode",
  "errno",
  "reason",
];

/** The first code of failure, one with letters before a number; `null` when a code tells of success. */
export function failureCode(body: LooseObject): string | null {
  const codes = codeKeys.flatMap((key) => {
    const value = textAt(body, key);
    return value === null || value.length > 120 || /\s/.test(value) ? [] : [value];
  });
  if (codes.some((code) => successes.test(code))) return null;
  const name =
    firstText(body, ["__type", "errorType", "errorCode"]) ??
    codes.find((code) =>
      /^[A-Z][A-Z0-9_]{3,}$|^[A-Z]{1,5}[-_]?\d{2,6}$|Error|Exception|[a-z]_[a-z]/.test(code),
    );
  const code = name ?? codes.find((value) => /^-?\d{1,6}$/.test(value));
  return code === undefined ? null : code.slice(code.lastIndexOf("#") + 1);
}

const successes =
  /^(?:0|1|2\d\d|20000|true|false)$|(?:^|_)(?:ok|success|successful|succeeded|created|updated|deleted|accepted|completed|done|sent|saved)$/i;

/** True for a status of HTTP that is a failure, under whichever name it goes. */
export function hasStatus(body: LooseObject): boolean {
  return ["status", "statusCode", "status_code", "code", "httpStatus", "status_msg"].some((key) =>
    /^(?:[45]\d\d|Failure|failure|error|fail|failed|FAILED|ERROR)$/.test(textAt(body, key) ?? ""),
  );
}
