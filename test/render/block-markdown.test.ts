import { expect, it } from "@jest/globals";
import { blockMarkdown, indented } from "../../src/render/block-markdown.ts";
import { placeholdersOf } from "../../src/render/placeholders.ts";
import { sampleMatch } from "./sample.ts";

const placeholders = placeholdersOf(sampleMatch({ captures: { module: "peft" } }), ["peft"]);

it.each([
  ["code", "```bash\npip install {module}\n```", "```bash\npip install peft\n```"],
  ["code with text around", "Run\n\n~~~\na\n~~~\n# then", "Run\n\n```\na\n```\n\\# then"],
  ["fence left open", "```py\na\n<b>", "```py\na\n<b>\n```"],
  ["fence with shorter ones inside", "````md\n```\na\n```\n````", "````md\n```\na\n```\n````"],
  ["tildes with backticks inside", "~~~\n````\n~~~", "`````\n````\n`````"],
  ["indented fence", "  ```\n    a\n  b\n  ```", "```\n  a\nb\n```"],
  ["list", "- a @b\n2. c\n- [ ] d", "- a @\u200Bb\n2. c\n- \\[ ] d"],
  ["code that only looks like text", "`a`\n- `b`", "`a`\n- `b`"],
])("%s", (_, source, markdown) => expect(blockMarkdown(source, placeholders)).toBe(markdown));

it("indents all but empty lines", () => {
  expect(indented("a\n\n  b", 3)).toBe("   a\n\n     b");
});
