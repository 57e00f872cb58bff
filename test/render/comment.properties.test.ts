import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Locale } from "../../src/extract/extraction.ts";
import type { Verdict } from "../../src/match/verdict.ts";
import { renderComment } from "../../src/render/comment.ts";
import { renderExplanation } from "../../src/render/explain.ts";
import { decideLabels } from "../../src/render/labels.ts";
import { parseMarker } from "../../src/render/parse-marker.ts";
import { renderNotFound } from "../../src/render/not-found.ts";
import { hostileMatch, hostileReport } from "./hostile.ts";
import {
  sampleExtraction,
  sampleKnownError,
  sampleMatch,
  sampleReport,
  sampleVerdict,
} from "./sample.ts";
import { unsafeParts } from "./unsafe-parts.ts";

const locale = fc.constantFrom<Locale[]>("en", "zh");
const extraction = fc
  .array(hostileReport, { maxLength: 9 })
  .map((reports) => sampleExtraction(...reports));

it("a comment is safe and whole, whatever the issue and the known error say", () => {
  const verdict = fc
    .tuple(hostileMatch, fc.array(hostileMatch, { maxLength: 1 }), fc.boolean())
    .map(([first, others, competing]) =>
      Object.assign(sampleVerdict(first, ...others), { competing }),
    );
  fc.assert(
    fc.property(verdict, extraction, locale, (diagnosed, extracted, language) => {
      const options = { locale: language, labels: decideLabels(diagnosed) };
      const comment = renderComment(diagnosed, extracted, options);
      expect(unsafeParts(comment)).toEqual([]);
      expect(outline(comment)).toEqual(["html", "heading", "html", "html"]);
      expect(parseMarker(comment)?.knownError).toBe(diagnosed.matches[0].knownError.id);
      expect(renderComment(diagnosed, extracted, options)).toBe(comment);
    }),
  );
});

it("the other answers are safe, too", () => {
  fc.assert(
    fc.property(
      fc.array(hostileMatch, { maxLength: 5 }),
      extraction,
      locale,
      (found, extracted, language) => {
        const [first, ...runnersUp] = found;
        const abstained = { kind: "abstained", reason: "ambiguous", runnersUp: found } as const;
        const verdict: Verdict =
          first === undefined ? abstained : { ...sampleVerdict(first), runnersUp };
        const options = { locale: language, threshold: 0.8 };
        expect(unsafeParts(renderNotFound(abstained, extracted, language))).toEqual([]);
        expect(unsafeParts(renderExplanation(abstained, extracted, options))).toEqual([]);
        expect(unsafeParts(renderExplanation(verdict, extracted, options))).toEqual([]);
      },
    ),
  );
});

it.each(["`", "<", "&", "@a ", "{", "0123456 ", "[", "中"])(
  "is whole where every text is full of %s",
  (piece) => {
    const long = piece.repeat(8_000 / piece.length);
    const knownError = sampleKnownError({
      root_cause: long,
      workarounds: Array.from({ length: 9 }, () => ({
        action: long,
        condition: long,
        how: `\`\`\`\n${long}`.slice(0, 8_000),
      })),
      dead_ends: Array.from({ length: 9 }, () => ({ action: long, why_fails: long })),
    });
    const found = sampleMatch({ knownError });
    const extracted = sampleExtraction(sampleReport({ message: long }));
    const labels = { apply: [], suggest: [] };
    const comment = renderComment(sampleVerdict(found, found), extracted, { locale: "en", labels });
    expect(unsafeParts(comment)).toEqual([]);
    expect(comment.endsWith("</details>")).toBe(true);
  },
);

/** Kinds of the HTML blocks and of the first heading, in order: marker, headline, fold, its end. */
function outline(comment: string): string[] {
  const blocks = fromMarkdown(comment).children.map(({ type }) => type);
  return blocks.filter((type, at) => type === "html" || (type === "heading" && at === 1));
}
