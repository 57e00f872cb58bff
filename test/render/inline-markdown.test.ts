import { describe, expect, it } from "@jest/globals";
import { inlineMarkdown } from "../../src/render/inline-markdown.ts";
import { placeholdersOf } from "../../src/render/placeholders.ts";
import { sampleKnownError, sampleMatch } from "./sample.ts";

const none = placeholdersOf(sampleMatch(), []);
const B = "\u200B";

describe("Markdown of a known error", () => {
  it.each([
    ["code and emphasis live", "`a_b` and *one*, **two**", "`a_b` and *one*, **two**"],
    ["lines are joined", "a\nb", "a b"],
    ["lone backtick", "a ` b", "a \\` b"],
    ["unmatched runs", "``a` b", "\\`\\`a\\` b"],
    ["HTML", "<img src=x> a < b", "&lt;img src=x> a &lt; b"],
    ["HTML comment", "<!-- hidden -->", "&lt;!-- hidden -->"],
    ["entity", "&#64;team", `&amp;#${B}64;team`],
    ["mention", "ask @someone", `ask @${B}someone`],
    ["mention of a team, escaped", "\\@org/team", `@${B}org/team`],
    ["matrix product", "a @ b", "a @ b"],
    ["issue", "see #12 and o/r#3", `see #${B}12 and o/r#${B}3`],
    ["GH-1", "see gh-12", `see gh${B}-12`],
    ["GH-1, escaped", "GH\\-1", `GH${B}\\-1`],
    ["hash of a commit, emphasized", "_0a1b2c3_", "_`0a1b2c3`_"],
    ["hash of a commit", "since 0a1b2c3 it works", "since `0a1b2c3` it works"],
    ["commit of a repository", "o/r@0a1b2c3", `o/r@${B}\`0a1b2c3\``],
    ["word of hex letters, short", "a facade", "a facade"],
    ["inside code all stays", "`@a #1 0a1b2c3d`", "`@a #1 0a1b2c3d`"],
    ["link", "[docs](https://a.org/x_y)", "[docs](https://a.org/x_y)"],
    [
      "link to an issue",
      "[x](https://github.com/o/r/issues/1)",
      "[x](https://redirect.github.com/o/r/issues/1)",
    ],
    ["link with a script", "[x](javascript:alert)", "\\[x](javascript:alert)"],
    ["image", "![x](https://a.org/x.png)", "\\![x](https://a.org/x.png)"],
    ["task box", "[ ] todo [x] done", "\\[ ] todo \\[x] done"],
    ["address", "see https://a.org/x_y.", "see <https://a.org/x_y>."],
    ["address before Chinese", "见https://a.org/x。好", "见<https://a.org/x>。好"],
    [
      "address of an issue",
      "https://github.com/o/r/pull/7",
      "<https://redirect.github.com/o/r/pull/7>",
    ],
    ["address with a password", "https://a:b@c.org/", "`https://a:b@c.org/`"],
    ["address in brackets", "(https://a.org/x)", "(<https://a.org/x>)"],
    ["autolink", "<https://a.org/>", "<https://a.org/>"],
    ["www", "www.a.org", `www${B}.a.org`],
    ["path of Windows", "C:\\Users", "C:\\\\Users"],
    ["braces", "{} and {a: 1}", "{} and {a: 1}"],
  ])("%s", (_, source, markdown) => expect(inlineMarkdown(source, none)).toBe(markdown));

  it.each([
    ["heading", "# a", "\\# a"],
    ["quote", "> a", "\\> a"],
    ["bullet", "- a", "\\- a"],
    ["number", "1. a", "1\\. a"],
    ["rule", "---", "\\---"],
    ["underline of a heading", "===", "\\==="],
    ["fence", "~~~", "\\~~~"],
    ["table", "|a|", "\\|a|"],
    ["command", "/diagnose", "\\/diagnose"],
    ["flag, which is none", "-x a", "-x a"],
    ["emphasis, which is none", "*a* b", "*a* b"],
    ["version, which is none", "4.40 a", "4.40 a"],
  ])("beginning: %s", (_, source, markdown) => expect(inlineMarkdown(source, none)).toBe(markdown));
});

describe("placeholders", () => {
  const known = placeholdersOf(
    sampleMatch({
      knownError: sampleKnownError({
        regex: "No module named '(?<module>\\S+)' on (?P<device>\\w+)",
      }),
      captures: { module: "flash_attn" },
    }),
    ["ModuleNotFoundError: No module named 'flash_attn' on cuda"],
  );
  it.each([
    ["in prose, captured", "Python finds no {module}.", "Python finds no `flash_attn`."],
    ["in code, captured", "`pip install {module}`", "`pip install flash_attn`"],
    ["fallback not needed", "no {module|such module}", "no `flash_attn`"],
    ["fallback", "on {device|the *second* device}", "on the *second* device"],
    ["fallback in code", "`to({device|cuda})`", "`to(cuda)`"],
    ["neither", "on {device}", "on `<device>`"],
    ["no group of that name", "f-string {name} and `{name}`", "f-string {name} and `{name}`"],
    ["side by side", "{module}{device}", `\`flash_attn\`${B}\`<device>\``],
  ])("%s", (_, source, markdown) => expect(inlineMarkdown(source, known)).toBe(markdown));

  it("shows a captured text as code, without its secrets", () => {
    const captures = { path: `\`@all\` /home/jane/x` };
    const hostile = placeholdersOf(sampleMatch({ captures }), Object.values(captures));
    expect(inlineMarkdown("at {path}", hostile)).toBe("at `` `@all` /home/***/x ``");
  });

  it("does not repeat what only the words before it give away as a secret", () => {
    const match = sampleMatch({ captures: { name: "correcthorse" } });
    const { captures } = placeholdersOf(match, ["OSError: password: correcthorse is no folder"]);
    const names = new Set(["name"]);
    expect(inlineMarkdown("at {name|that name}", { captures, names })).toBe("at that name");
  });
});
