import { describe, expect, it } from "@jest/globals";
import type { Command } from "../../src/command/command.ts";
import { distinctCommands } from "../../src/job/distinct-commands.ts";

describe("distinctCommands", () => {
  it.each<[name: string, commands: Command[], distinct: Command[]]>([
    ["nothing", [], []],
    [
      "order stays, repeats go",
      [{ verb: "help" }, { verb: "diagnose" }, { verb: "help" }, { verb: "diagnose" }],
      [{ verb: "help" }, { verb: "diagnose" }],
    ],
    [
      "only the first unknown word is answered",
      [
        { verb: "unknown", word: "a" },
        { verb: "unknown", word: "b" },
      ],
      [{ verb: "unknown", word: "a" }],
    ],
    [
      "labels come together",
      [
        { verb: "apply", labels: ["a"] },
        { verb: "apply", labels: ["b"] },
      ],
      [{ verb: "apply", labels: ["a", "b"] }],
    ],
    [
      "all labels stay all labels",
      [
        { verb: "apply", labels: ["a"] },
        { verb: "apply", labels: [] },
        { verb: "apply", labels: ["b"] },
      ],
      [{ verb: "apply", labels: [] }],
    ],
  ])("%s", (_name, commands, distinct) => {
    expect(distinctCommands(commands)).toEqual(distinct);
  });
});
