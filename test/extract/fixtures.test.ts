import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { without } from "./told.ts";

const folder = new URL("../fixtures/extract/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** Everything that is said about the errors, but the fingerprints, which have their own test. */
function readingOf(text: string): object {
  const { primary, locale, reports } = extract(text);
  return {
    primary,
    locale,
    reports: without("fingerprint", reports),
  };
}

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
