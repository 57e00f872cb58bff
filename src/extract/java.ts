import type { Frame } from "./error-report.ts";
import { stackFamily } from "./stack-family.ts";

/** Stacks of the JVM: the outermost exception is the report, `Caused by` are its causes. */
export const java = stackFamily("java", {
  language: "java",
  readFrame: readJavaFrame,
  isTyped: true,
  causes: ["Caused by: ", "Suppressed: "],
});

const library =
  /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|android|androidx|com\.android|dalvik)\./;

/** Reads `at com.x.Y.z(Y.java:12) ~[y.jar:1.0]`; a module or loader may stand in front of the class. */
export function readJavaFrame(text: string): Frame | null {
  const body = text.trim();
  if (!body.startsWith("at ")) return null;
  const open = body.indexOf("(");
  const close = body.indexOf(")", open);
  if (open < 0 || close < 0) return null;
  const place =
    /^(?:([\w$.-]+\.(?:java|kt|kts|scala|groovy|clj))(?::(-?\d{1,7}))?|Native Method|Unknown Source|<generated>|SourceFile(?::\d+)?)(?::\d+)?$/.exec(
      body.slice(open + 1, close),
    );
  const called = body.slice(3, open);
  if (place === null || !/^[\w$./<>@-]+$/.test(called)) return null;
  const method = called.slice(called.lastIndexOf("/") + 1);
  const jar = /^ ~?!?\[([\w.-]+?)(?:-\d[\w.-]*)?\.jar/.exec(body.slice(close + 1))?.[1] ?? null;
  return {
    file: place[1] ?? null,
    line: place[2] === undefined ? null : Number(place[2]),
    function: method,
    inLibrary: jar !== null || library.test(method),
    package: jar,
  };
}
