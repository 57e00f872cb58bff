import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readingOf } from "./reading.ts";

const folder = new URL("../fixtures/extract/", import.meta.url);
const names = globSync("*/*.txt", { cwd: folder.pathname }).toSorted();

describe("issues in full", () => {
  it.each(names)("%s", (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(".txt", ".json"), folder), "utf8"),
    );
    const text = readFileSync(new URL(name, folder), "utf8");
    expect(readingOf(text)).toEqual(expected);
    expect(readingOf(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });
});
