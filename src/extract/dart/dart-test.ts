import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { nextFilled } from "../reading/build-error.ts";
import { readAnyDartHead } from "./dart-head.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { isBesides } from "../reading/test-section.ts";

/** Failures of `dart test`: `00:01 +0 -1: suite test [E]`, below it and deeper the error and its calls. */
export const dartTest: Family = {
  name: "dart test",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.endsWith(" [E]") || !/^\s{0,8}\d\d:\d\d \+\d/.test(text)) return null;
    const errorAt = nextFilled(lines, at + 1, 2);
    if (errorAt === null || isBesides(lines[errorAt], indentOf(text))) return null;
    return readFailure(lines, at, errorAt);
  },
};

/** Lines of one failure that are read. */
const mostLines = 120;

function readFailure(lines: readonly BlockLine[], at: number, errorAt: number): Reading {
  const indent = indentOf(lines[errorAt]?.text ?? "");
  const below: string[] = [];
  const frames: Frame[] = [];
  let next = errorAt + 1;
  while (next - errorAt < mostLines && !isBesides(lines[next], indent - 1)) {
    const text = lines[next]?.text ?? "";
    const frame = readTerseFrame(text.trim());
    if (frame !== null) frames.push(frame);
    else if (frames.length === 0) below.push(text.slice(indent).trimEnd());
    next += 1;
  }
  while (lines[next - 1]?.text === "") next -= 1;
  const head = readAnyDartHead(lines[errorAt]?.text ?? "");
  const fullMessage = [head.message, ...below].join("\n").trim().slice(0, limits.fullMessage);
  const line = lines[errorAt]?.line ?? 1;
  return {
    draft: {
      type: head.type,
      message: head.message,
      fullMessage,
      line,
      kind: "test",
      language: "dart",
      frames: frames.toReversed(),
      causes: [],
      firstLine: lines[at]?.line ?? line,
      lastLine: lines[next - 1]?.line ?? line,
    },
    next,
  };
}

/** `test/a_test.dart 5:5  main.<fn>`, `package:matcher  expect`: the short form of `package:stack_trace`. */
function readTerseFrame(text: string): Frame | null {
  const found =
    /^((?:package:|dart:)[\w/.]{1,300}|[^\s:]{1,300}\.dart)(?: (\d{1,7}):\d{1,6})? {2,}(\S.*)$/.exec(
      text,
    );
  if (found === null) return null;
  const file = found[1] ?? "";
  const name = /^package:(\w{1,80})/.exec(file)?.[1] ?? null;
  return {
    file,
    line: found[2] === undefined ? null : Number(found[2]),
    function: found[3] ?? null,
    inLibrary: name !== null || file.startsWith("dart:"),
    package: name,
  };
}
