import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed tests of Test::More, in TAP's comments: `#   Failed test 'opens'`, `#   at t/a.t line 3.`,
 * what was got and expected (https://metacpan.org/pod/Test::More).
 */
export const perlTest: Family = {
  name: "perl test",
  read(lines, at) {
    const text = plain(lines[at]);
    if (!text.startsWith("Failed test")) return null;
    const below = plain(lines[at + 1]);
    const place =
      /(?:^|\s)at (\S{1,300}) line (\d{1,7})\.$/.exec(text) ??
      /^at (\S{1,300}) line (\d{1,7})\.$/.exec(below);
    if (place === null) return null;
    let next = at + (below.startsWith("at ") ? 2 : 1);
    const first = next;
    while (
      next - first < 12 &&
      /^#?\s+\S/.test(lines[next]?.text ?? "") &&
      !/^(?:Failed test|Looks like you)/.test(plain(lines[next]))
    )
      next += 1;
    const [message = ""] = text.split(/ at \S{1,300} line \d{1,7}\.$/, 1);
    const told = lines.slice(first, next).map((line) => line.text.replace(/^# ?/, "").trimEnd());
    const error = errorOver(lines, { at, next: at + 1 }, { type: null, message });
    const fullMessage = [error.fullMessage, ...told].join("\n");
    const frame = {
      file: place[1] ?? null,
      line: Number(place[2]),
      function: null,
      inLibrary: false,
      package: null,
    };
    return readingOver(
      lines,
      { at, next },
      { error: { ...error, fullMessage }, language: "perl", kind: "test", frames: [frame] },
    );
  },
};

function plain(line: BlockLine | undefined): string {
  return (line?.text ?? "").replace(/^#/, "").trim();
}
