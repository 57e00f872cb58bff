import type { FieldPath } from "../knowledge/field-path.ts";
import type { KnownError } from "../knowledge/known-error.ts";

/** A text of a known error that readers see. */
export interface ShownText {
  path: FieldPath;
  text: string;
}

const cureFields = ["action", "action_zh", "how", "how_zh", "condition", "condition_zh"] as const;
const deadEndFields = ["action", "action_zh", "why_fails", "why_fails_zh"] as const;

/** Every text that a comment may show, in the order of the format; blank ones are left out. */
export function shownTexts(knownError: KnownError): ShownText[] {
  const { title, title_zh, root_cause, root_cause_zh } = knownError;
  const texts: { path: FieldPath; text: string | null | undefined }[] = [
    { path: ["title"], text: title },
    { path: ["title_zh"], text: title_zh },
    { path: ["root_cause"], text: root_cause },
    { path: ["root_cause_zh"], text: root_cause_zh },
  ];
  for (const [index, deadEnd] of knownError.dead_ends.entries()) {
    for (const field of deadEndFields) {
      texts.push({ path: ["dead_ends", index, field], text: deadEnd[field] });
    }
  }
  for (const [index, cure] of knownError.workarounds.entries()) {
    for (const field of cureFields) {
      texts.push({ path: ["workarounds", index, field], text: cure[field] });
    }
  }
  for (const [index, text] of knownError.workarounds_zh.entries()) {
    texts.push({ path: ["workarounds_zh", index], text });
  }
  return texts.flatMap(({ path, text }) => (isBlank(text) ? [] : [{ path, text: text ?? "" }]));
}

/** Whether a text is missing or has nothing but blanks. */
export function isBlank(text: string | null | undefined): boolean {
  return (text ?? "").trim() === "";
}
