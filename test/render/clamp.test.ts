import { describe, expect, it } from "@jest/globals";
import { clamp, commentLimit } from "../../src/render/clamp.ts";

const filler = (count: number): string =>
  Array.from({ length: count }, () => "x".repeat(99)).join("\n");

describe("clamp", () => {
  it("leaves a comment alone that is within the limit", () => {
    const markdown = `<!-- m -->\n${filler(100)}`;
    expect(clamp(markdown)).toBe(markdown);
  });

  it("cuts at the end of a line and keeps the first one", () => {
    const cut = clamp(`<!-- m -->\n${filler(1_000)}`);
    expect(cut.length).toBeLessThanOrEqual(commentLimit);
    expect(cut.startsWith("<!-- m -->\nxxx")).toBe(true);
    expect(cut.endsWith(`${"x".repeat(99)}\n…`)).toBe(true);
  });

  it("closes the fence and the details that are open", () => {
    const cut = clamp(
      `m\n<details><summary>a</summary>\n\n1. b\n   \`\`\`\`py\n   \`\`\`\n${filler(9)}`,
      600,
    );
    expect(cut.split("\n").slice(0, 6)).toEqual([
      "m",
      "<details><summary>a</summary>",
      "",
      "1. b",
      "   ````py",
      "   ```",
    ]);
    expect(cut.endsWith("\n   ````\n…\n\n</details>")).toBe(true);
  });

  it("closes nothing that is closed", () => {
    const cut = clamp(`m\n~~~\n<details>\n~~~\n<details>\n</details>\n${filler(9)}`, 600);
    expect(cut.endsWith("x\n…")).toBe(true);
  });

  it("drops a single line that is too long", () => {
    expect(clamp(`m\n${"`".repeat(900)}`, 600)).toBe("m\n…");
  });
});
