import { describe, expect, it } from "@jest/globals";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { match } from "../../src/match/match.ts";
import { answer, extraction, knownError, report } from "./hand-built.ts";

describe("compileKnowledge", () => {
  const knowledge = compileKnowledge([
    knownError({
      id: "test/bad",
      signature: "Shard 3 of the checkpoint is truncated",
      regex: "(?=x)y",
    }),
    knownError({
      id: "test/good",
      signature: "Tokenizer vocabulary has unexpected merges",
      regex: "vocabulary has \\w+ merges",
    }),
  ]);

  it("leaves out a regex that it cannot use, and says so", () => {
    expect(knowledge.problems).toEqual([
      expect.stringContaining("test/bad: the regex uses lookaround"),
    ]);
  });

  it.each([
    [
      "the wording of the record with the bad regex",
      "Shard 7 of the checkpoint is truncated",
      ["test/bad"],
    ],
    ["the other record", "Tokenizer vocabulary has duplicate merges", ["test/good"]],
  ])("still finds %s", (_name, message, expected) => {
    expect(
      answer(
        match(extraction({ reports: [report({ message })] }), knowledge, { requested: false }),
      ),
    ).toEqual(expected);
  });

  it("of nothing answers nothing", () => {
    const empty = compileKnowledge([]);
    const reports = [report({ type: "ValueError", message: "anything at all" })];
    expect(answer(match(extraction({ reports }), empty, { requested: true }))).toBe(
      "unknown_error",
    );
    expect(answer(match(extraction({}), empty, { requested: true }))).toBe("no_error_report");
  });
});
