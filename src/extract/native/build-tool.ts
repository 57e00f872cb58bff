import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";

/**
 * What make, ninja and Meson say. That a step failed follows from what the step printed; a missing rule, a
 * broken makefile or a missing dependency is their own error.
 */
export const buildTool: Family = {
  name: "build tool",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text === "" || !isVerbatim(line)) return null;
    const text = line.text.trimStart();
    const told = readMake(text) ?? readNinja(text) ?? readMeson(text);
    if (told === null) return null;
    let next = at + 1;
    while (told.isAside === true && isFollowUp(lines[next])) next += 1;
    return spanReading(lines, { at, next }, told);
  },
};

function isFollowUp(line: BlockLine | undefined): boolean {
  if (line === undefined || !isVerbatim(line)) return false;
  const text = line.text.trimStart();
  return (
    (readMake(text) ?? readNinja(text))?.isAside === true ||
    /^\w{0,20}make(?:\[\d+\])?: (?:Leaving directory|Target '.{1,200}' not remade)|: recipe for target '.{1,300}' failed$/.test(
      text,
    )
  );
}

/** `make[1]: *** [Makefile:12: all] Error 2`, `make: *** No rule to make target 'x'.  Stop.` */
function readMake(text: string): Findings | null {
  if (text.startsWith("*** [") && /^\*\*\* \[[^\]]{1,400}\] Error \d/.test(text))
    return build(null, text, true);
  if (text.startsWith("Makefile") || text.startsWith("GNUmakefile") || text.includes(": *** ")) {
    const found =
      /^(?:\w{0,20}make(?:\[\d{1,3}\])?|\S{0,200}[Mm]akefile(?:\.\w{1,40})?:\d{1,7}|\S{1,200}\.mk:\d{1,7}): (?=\*\*\* )/.exec(
        text,
      );
    const message = found === null ? "" : text.slice(found[0].length);
    const isStep =
      /^\*\*\* (?:\[[^\]]{1,400}\] (?:Error \d|Segmentation|Killed|Aborted|Terminated|Interrupt|Bus error|Illegal)|Waiting for unfinished jobs|Deleting )/.test(
        message,
      );
    return message === "" ? null : build(null, message, isStep);
  }
  return null;
}

/** `ninja: build stopped: subcommand failed.`, `ninja: error: 'x', needed by 'y', missing and no known rule to make it` */
function readNinja(text: string): Findings | null {
  if (!text.startsWith("ninja: ")) return null;
  const told = text.slice("ninja: ".length);
  if (told.startsWith("error: ")) return build("error", told.slice("error: ".length), false);
  if (told.startsWith("fatal: ")) return build("fatal", told.slice("fatal: ".length), false);
  return told.startsWith("build stopped: ") ? build(null, told, true) : null;
}

/** `../meson.build:12:0: ERROR: Dependency "x" not found, tried pkgconfig and cmake` */
function readMeson(text: string): Findings | null {
  if (!text.includes("meson")) return null;
  const found =
    /^\S{0,300}meson(?:\.build|_options\.txt|\.options)(?::\d{1,7}){1,2}: ERROR: (?=\S)/.exec(text);
  return found === null ? null : build("ERROR", text.slice(found[0].length), false);
}

function build(type: string | null, message: string, isAside: boolean): Findings {
  const findings: Findings = { type, message, kind: "build", language: "other" };
  return isAside ? { ...findings, isAside } : findings;
}
