import { z } from "zod";

/** How far a known error has been checked, weakest first. */
export const verificationTiers = [
  "ai_generated",
  "issue_seen",
  "source_checked",
  "reproduced",
  "maintainer_confirmed",
] as const;

// The descriptions below are what editors show through `knowledge/schema.json`.
const shortText = z.string().max(500);
const longText = z.string().max(8_000);
const optionalText = longText.nullish();
const rate = z
  .number()
  .min(0)
  .max(1)
  .nullish()
  .describe("0..1; only where something supports it. Orders, and is never printed.");

/** A cure that does not help, and why. */
const DeadEnd = z.looseObject({
  action: longText.describe("What people try, as one sentence."),
  action_zh: optionalText.describe("`action` in Chinese."),
  why_fails: longText.describe("Why it does not help, so that the reader stops trying."),
  why_fails_zh: optionalText.describe("`why_fails` in Chinese."),
  fail_rate: rate,
  condition: optionalText.describe("When it fails, if not always."),
  sources: z.array(shortText).default([]).describe("What shows that it fails."),
});
export type DeadEnd = z.infer<typeof DeadEnd>;

/** A cure that helps, and when. */
const Workaround = z.looseObject({
  action: longText.describe("What to do, as one sentence."),
  action_zh: optionalText.describe("`action` in Chinese."),
  how: optionalText.describe("The commands or the code, as Markdown with fences."),
  how_zh: optionalText.describe("`how` in Chinese; only when its words, not its code, differ."),
  condition: optionalText.describe("When this cure applies: `the model fits on one GPU`."),
  condition_zh: optionalText.describe("`condition` in Chinese."),
  success_rate: rate,
  sources: z.array(shortText).default([]).describe("What shows that it helps."),
});
export type Workaround = z.infer<typeof Workaround>;

/** Versions of one package that are concerned. */
const AffectedVersions = z.looseObject({
  version: shortText.describe("Package and specifier: `transformers>=4.30,<4.40`."),
  introduced: shortText.nullish().describe("First version in which the error occurs."),
  fixed: shortText.nullish().describe("First version in which it no longer occurs."),
  deprecated: shortText.nullish(),
  removed: shortText.nullish(),
  behavior_change: longText.nullish().describe("What changed between the versions."),
  status: shortText.nullish(),
});
export type AffectedVersions = z.infer<typeof AffectedVersions>;

/** A neighbouring known error. */
const Neighbour = z.union([
  shortText.describe("Id of the neighbour."),
  z.looseObject({ id: shortText, how_to_tell: optionalText, how_to_tell_zh: optionalText }),
]);

/**
 * One known error: one JSON file of a knowledge folder. Fields it does not name are kept, so that
 * records of other collections in the same flat format load unchanged; `signpost knowledge lint`
 * reports them.
 */
export const KnownError = z.looseObject({
  $schema: z.string().max(1_000).optional().describe("For editors: `../schema.json`."),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){1,2}$/)
    .max(200)
    .describe("`domain/slug`, unique across all loaded folders; the path of the file."),
  title: shortText
    .nullish()
    .describe("Headline of the comment: the problem in plain words, not the error's class."),
  title_zh: shortText.nullish().describe("`title` in Chinese."),
  signature: z
    .string()
    .min(1)
    .max(4_000)
    .describe("The wording as the program prints it, with its type: `ValueError: ...`."),
  signature_zh: optionalText.describe("What `signature` means, in Chinese."),
  regex: z
    .string()
    .max(2_000)
    .nullish()
    .describe("RE2 syntax; only where a variable part is more than a number, name or path."),
  regex_only: z
    .boolean()
    .nullish()
    .describe(
      "True where the wording is common to many errors and only the values in `regex` make it this one: signature and aliases then show it and find nothing.",
    ),
  needs_package: z
    .boolean()
    .nullish()
    .describe(
      "True where any program can print the wording: it then counts only with one of `packages` in the calls, or in the issue where no calls are reported.",
    ),
  notice: z
    .boolean()
    .nullish()
    .describe(
      "True where programs print it while all may be well: it is then answered only in an issue about it.",
    ),
  aliases: z
    .array(z.string().min(1).max(4_000))
    .default([])
    .describe("Other verbatim wordings of the same error, across versions and languages."),
  symptoms: z
    .array(shortText)
    .default([])
    .describe("For problems without an error text: phrases that a reporter uses."),
  symptoms_zh: z.array(shortText).default([]).describe("The same in Chinese."),
  exception: z
    .array(shortText)
    .default([])
    .describe("Types as printed; the last part of a dotted name decides."),
  packages: z
    .array(shortText)
    .default([])
    .describe("Packages that raise or cause it, as PEP 503 names (`flash-attn`)."),
  domain: shortText.describe("First part of the id."),
  category: shortText.describe("One of the closed list; decides the label."),
  subcategory: shortText.nullish(),
  root_cause: longText.describe(
    "Why it happens, specific and short. `{name}` is filled from a named group of `regex`.",
  ),
  root_cause_zh: optionalText.describe("`root_cause` in Chinese."),
  versions: z.array(AffectedVersions).default([]).describe("Only what is known."),
  dead_ends: z.array(DeadEnd).default([]).describe("Cures that people really try in vain."),
  workarounds: z
    .array(Workaround)
    .default([])
    .describe("Cures, the one that helps most people first."),
  workarounds_zh: z
    .array(longText)
    .default([])
    .describe("Older form of `how_zh`, aligned by index; write `action_zh` and `how_zh` instead."),
  transition_graph: z
    .looseObject({
      leads_to: z.array(Neighbour).default([]),
      preceded_by: z.array(Neighbour).default([]),
      frequently_confused_with: z.array(Neighbour).default([]),
    })
    .nullish()
    .describe("Neighbouring known errors by id; the object form says how to tell them apart."),
  official_doc_url: z.string().max(1_000).nullish().describe("A documentation page that exists."),
  verification_tier: z
    .enum(verificationTiers)
    .default("ai_generated")
    .describe("How far it has been checked; earned by `sources`."),
  confidence: rate,
  fix_success_rate: rate,
  evidence_count: z.number().int().nonnegative().nullish(),
  first_seen: shortText.nullish(),
  last_confirmed: shortText.nullish().describe("Date of the last review: YYYY-MM-DD."),
  last_updated: shortText.nullish(),
  sources: z
    .array(z.string().max(1_000))
    .default([])
    .describe("Where it was seen or is raised: issue URL, documentation, or `owner/repo:path`."),
  examples: z
    .looseObject({
      matches: z
        .array(z.string().max(20_000))
        .default([])
        .describe("Texts of issues that must be diagnosed as this known error."),
      near_misses: z
        .array(z.string().max(20_000))
        .default([])
        .describe("Texts of issues that must not be, the nearer the better."),
    })
    .default({ matches: [], near_misses: [] }),
  tags: z.array(shortText).default([]),
});
export type KnownError = z.infer<typeof KnownError>;
