import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { readJavaTyped } from "./java-typed.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * What `java` says when it cannot start a program, and what Clojure's launcher prints of an error
 * (openjdk, LauncherHelper.java; https://clojure.org/reference/repl_and_main#_error_printing).
 */
export const jvmLauncher: Family = {
  name: "jvm launcher",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trim();
    const clojure = readClojure(text);
    if (clojure !== null) {
      const error = errorOver(lines, { at, next: at + 2 }, { type: clojure, message: "" });
      return readingOver(lines, { at, next: at + 2 }, { error, language: "java", kind: "line" });
    }
    if (!launcher.some((beginning) => text.startsWith(beginning))) return null;
    const isError = text.startsWith("Error: ");
    const head = { type: isError ? "Error" : null, message: isError ? text.slice(7) : text };
    const cause = (lines[at + 1]?.text ?? "").trim();
    const typed = cause.startsWith("Caused by: ")
      ? readJavaTyped(cause.slice("Caused by: ".length))
      : null;
    const error = errorOver(lines, { at, next: at + 1 }, head);
    if (typed === null)
      return readingOver(lines, { at, next: at + 1 }, { error, language: "java", kind: "line" });
    const causes = [errorOver(lines, { at: at + 1, next: at + 2 }, typed)];
    return readingOver(
      lines,
      { at, next: at + 2 },
      { error, language: "java", kind: "line", causes },
    );
  },
};

const launcher = [
  "Error: Could not find or load main class ",
  "Error: Unable to access jarfile ",
  "Error: Main method not found in class ",
  "Error: Could not create the Java Virtual Machine",
  "Error: LinkageError occurred while loading main class ",
  "Error occurred during initialization of VM",
  "Unrecognized VM option ",
  "Unrecognized option: -",
];

/** `Execution error (ArithmeticException) at user/eval1 (REPL:1).`, the message on the next line. */
function readClojure(text: string): string | null {
  if (!text.startsWith("Execution error") && !text.startsWith("Syntax error")) return null;
  return (
    /^(?:Execution|Syntax) error \((\w{3,100})\) (?:compiling )?at .{1,300}\.$/.exec(text)?.[1] ??
    null
  );
}
