import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";

const id = "0123456789abcdef0123456789abcdef";

describe("references to attached files and gists", () => {
  it.each([
    [
      "an attached log",
      "[server.log](https://github.com/user-attachments/files/17000001/server.log)",
      [
        [
          "attachment",
          "https://github.com/user-attachments/files/17000001/server.log",
          "server.log",
        ],
      ],
    ],
    [
      "the older form, at the end of a sentence",
      "See https://github.com/acme/app/files/12/out.TXT.",
      [["attachment", "https://github.com/acme/app/files/12/out.TXT", "out.TXT"]],
    ],
    [
      "a gist's page, with a file's anchor",
      `Full trace: https://gist.github.com/someone/${id}#file-trace-txt`,
      [["gist", `https://gist.githubusercontent.com/someone/${id}/raw`, id]],
    ],
    [
      "a gist's raw text",
      `<https://gist.githubusercontent.com/someone/${id}/raw/abc/log.txt>`,
      [["gist", `https://gist.githubusercontent.com/someone/${id}/raw`, id]],
    ],
    [
      "one link twice",
      "[a.log](https://github.com/a/b/files/1/a.log) https://github.com/a/b/files/1/a.log",
      [["attachment", "https://github.com/a/b/files/1/a.log", "a.log"]],
    ],
    ["a picture", "![x](https://github.com/user-attachments/assets/abc)", []],
    ["an archive", "[x.zip](https://github.com/user-attachments/files/1/x.zip)", []],
    ["a repository's file", "https://github.com/acme/app/blob/main/a.log", []],
    ["another host", "https://github.com.evil.example/user-attachments/files/1/a.log", []],
    ["another host behind a name", "https://github.com@evil.example/a/b/files/1/a.log", []],
    ["a path that climbs", "https://github.com/user-attachments/files/1/../../x/a.log", []],
    ["plain http", "http://github.com/user-attachments/files/1/a.log", []],
    ["code", "```\nhttps://github.com/user-attachments/files/1/a.log\n```", []],
  ])("%s", (_, body, expected) => {
    const { references } = extract(`It fails\n\n${body}`);
    expect(references.map(({ kind, url, name }) => [kind, url, name])).toEqual(expected);
  });

  it("tells the line, and keeps ten", () => {
    const links = Array.from({ length: 12 }, (_, n) => `https://github.com/a/b/files/${n}/a.log`);
    const { references } = extract(`It fails\n\n${links.join("\n")}`);
    expect(references.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
