import type { Frame } from "../error-report.ts";
import { ownerOf } from "../reading/frame-package.ts";
import type { TypedMessage } from "../reading/typed-message.ts";

/** True for a traceback's header as translation services turn it into Chinese. */
export function isTranslatedHeader(text: string): boolean {
  if (!text.includes("最近一次调用")) return false;
  return /^\W{0,10}(?:回溯|追溯|Traceback) ?[（(]最近一次调用/u.test(text.trim());
}

/** Reads `文件“x.py”，第 3 行，在 main 中`. */
export function readTranslatedFrame(text: string): Frame | null {
  if (!text.trimStart().startsWith("文件")) return null;
  const found =
    /^文件 ?[“"]([^”"]{1,400})[”"][，,] ?第 ?(\d{1,9}) ?行(?:[，,] ?在 ?([^\s，,]{1,200}))?/.exec(
      text.trim(),
    );
  if (found === null) return null;
  const file = found[1] ?? "";
  const name = found[3]?.replace(/中$/, "") ?? "";
  return { file, line: Number(found[2]), function: name === "" ? null : name, ...ownerOf(file) };
}

/** Reads `运行时错误：message`, a type that was translated as well. */
export function readTranslatedError(text: string): TypedMessage | null {
  const found = /^(\p{Script=Han}{1,12}(?:错误|异常)) ?[:：] ?(.*)$/u.exec(
    text.trim().slice(0, 4_000),
  );
  return found === null ? null : { type: found[1] ?? "", message: (found[2] ?? "").trim() };
}
