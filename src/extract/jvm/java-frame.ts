import type { Frame } from "../error-report.ts";
import { classOwner } from "./jvm-package.ts";

/**
 * Reads `at com.x.Y.z(Y.java:12) ~[y-1.0.jar:1.0]`; a module or loader may stand in front of the
 * class, and Logback names the jar behind (https://logback.qos.ch/manual/layouts.html#ex).
 */
export function readJavaFrame(text: string): Frame | null {
  const body = withoutMark(text);
  if (!body.startsWith("at ")) return null;
  const open = body.indexOf("(");
  const close = body.indexOf(")", open);
  if (open < 0 || close < 0) return null;
  // Maven puts a blank in front of the bracket.
  const called = body.slice("at ".length, open).trimEnd();
  const place = placeOf(body.slice(open + 1, close));
  if (place === null || !/^[\w$./<>@-]+$/.test(called) || !called.includes(".")) return null;
  const name = withoutModule(called);
  const jar = jarOf(body.slice(close + 1, close + 200));
  const owner = jar === null ? classOwner(name) : { inLibrary: true, package: jar };
  return { ...place, function: name, ...owner };
}

/** sbt and Maven put a level in brackets in front of each line. */
export function withoutMark(text: string): string {
  const body = text.trim();
  const isMarked = body.startsWith("[error]") || body.startsWith("[ERROR]");
  return isMarked ? body.slice(7).trimStart() : body;
}

function placeOf(place: string): Pick<Frame, "file" | "line"> | null {
  const [file = "", line] = place.split(":");
  if (/^(?:Native Method|Unknown Source|SourceFile|PG|<generated>|<console>)$/.test(file))
    return { file: null, line: null };
  // Shrunken code of Android names a map or a build instead of a file.
  if (
    /^(?:r8-map-id-\w{1,80}|go\/retraceme \w{1,80}|:?com\.[\w.@ -]{1,100}|chromium-[\w.-]{1,80})$/.test(
      place.replace(/:\d{1,7}$/, ""),
    )
  )
    return { file: null, line: null };
  if (
    !/^[\w$.-]{1,200}\.(?:java|kts?|scala|sc|groovy|gradle|cljc?|cljs|rb)$/.test(
      file.slice(file.lastIndexOf("/") + 1),
    )
  )
    return null;
  if (file.includes("/") && !file.endsWith(".rb")) return null;
  const number = Number(line ?? Number.NaN);
  return { file, line: number > 0 ? number : null };
}

/** Takes off `java.base@17.0.1/` and `app//`; the slash of a hidden class (`$$Lambda$1/0x7f`) stays. */
function withoutModule(called: string): string {
  const hidden = called.indexOf("$$");
  const end = called.lastIndexOf("/", hidden < 0 ? called.length : hidden);
  return called.slice(end + 1);
}

/** `spring-core` of ` ~[spring-core-5.3.1.jar!/:5.3.1]`; a folder of classes is no jar. */
function jarOf(behind: string): string | null {
  const open = behind.indexOf("[");
  const end = behind.indexOf(".jar", open);
  if (open < 0 || open > 3 || end < 0) return null;
  const name = behind.slice(open + 1, end);
  const version = name.search(/-\d/);
  return /^[\w.-]+$/.test(name) ? name.slice(0, version < 1 ? name.length : version) : null;
}
