import { describe, expect, it } from "@jest/globals";
import { withMarker } from "../../src/render/marker.ts";
import { parseMarker } from "../../src/render/parse-marker.ts";

const hash = (body: string): string | undefined => parseMarker(withMarker("a/b", body))?.hash;

describe("marker", () => {
  it("is the first line, and is read back", () => {
    const comment = withMarker("a/b", "### x\n");
    const [first, ...rest] = comment.split("\n");
    expect(first).toMatch(
      /^<!-- signpost: \{"v":1,"knownError":"a\/b","hash":"[0-9a-f]{16}"\} -->$/,
    );
    expect(rest.join("\n")).toBe("### x\n");
    expect(parseMarker(comment)).toMatchObject({ v: 1, knownError: "a/b" });
  });

  it("changes its hash with the body only", () => {
    expect(hash("x")).toBe(hash("x"));
    expect(hash("x")).not.toBe(hash("y"));
  });

  it.each(["a--b/c", "a/b-->x", "a/b--!>", `a/"<!--`, "a/---"])("survives the id %s", (id) => {
    const comment = withMarker(id, "x");
    const inside = comment.slice("<!--".length, comment.indexOf("-->"));
    expect(inside).not.toContain("--");
    expect(comment.slice(comment.indexOf("-->") + 3)).toBe("\nx");
    expect(parseMarker(comment)?.knownError).toBe(id);
  });

  it.each([
    ["another comment", "hello"],
    [
      "not at the beginning",
      ' <!-- signpost: {"v":1,"knownError":"a/b","hash":"0123456789abcdef"} -->',
    ],
    ["no JSON", "<!-- signpost: hello -->"],
    ["left open", '<!-- signpost: {"v":1'],
    ["another version", '<!-- signpost: {"v":2,"knownError":"a/b","hash":"0123456789abcdef"} -->'],
    [
      "a field more",
      '<!-- signpost: {"v":1,"knownError":"a/b","hash":"0123456789abcdef","x":1} -->',
    ],
    ["a field missing", '<!-- signpost: {"v":1,"knownError":"a/b"} -->'],
    ["an array", "<!-- signpost: [] -->"],
    ["empty", ""],
  ])("is null for %s", (_, comment) => expect(parseMarker(comment)).toBeNull());
});
