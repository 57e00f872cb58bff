import { globSync, readFileSync } from "node:fs";

const fixtures = new URL("../fixtures/extract/", import.meta.url);

/** `count` distinct issues of everyday shapes: the extractor's fixtures, each time with other numbers. */
export function ordinaryIssues(count: number): string[] {
  const texts = globSync("*/*.txt", { cwd: fixtures.pathname })
    .toSorted()
    .map((name) => readFileSync(new URL(name, fixtures), "utf8"));
  return Array.from({ length: count }, (_, index) => {
    const text = texts[index % texts.length] ?? "";
    return text.replace(/\d{2,}/g, (number) => String(Number(number.slice(0, 9)) + index));
  });
}
