import { describe, expect, it } from "@jest/globals";
import { helpReply, unknownVerbReply } from "../../src/command/help.ts";
import { parseCommands } from "../../src/command/parse.ts";

describe("help", () => {
  it.each(["en", "zh"] as const)("names every verb and holds no live command (%s)", (locale) => {
    const reply = helpReply(locale);
    for (const usage of [
      "/diagnose`",
      "/diagnose explain`",
      "/diagnose apply [label, ...]`",
      "/diagnose help`",
    ]) {
      expect(reply).toContain(`\`${usage}`);
    }
    expect(parseCommands(reply)).toEqual([]);
    expect(parseCommands(unknownVerbReply("x", locale))).toEqual([]);
  });

  it("keeps a strange word inside its code span", () => {
    expect(unknownVerbReply("`@all", "en")).toContain("`'@all`");
  });
});
