import { z } from "zod";

/** How far a known error has been checked, weakest first. */
export const verificationTiers = [
  "ai_generated",
  "issue_seen",
  "source_checked",
  "reproduced",
  "maintainer_confirmed",
] as const;

const shortText = z.string().max(500);
const longText = z.string().max(8_000);
const optionalText = longText.nullish();
const rate = z.number().min(0).max(1).nullish();

/** A cure that does not help, and why. `*_zh`: the same in Chinese, aligned by object. */
const DeadEnd = z.looseObject({
  action: longText,
  action_zh: optionalText,
  why_fails: longText,
  why_fails_zh: optionalText,
  /** 0..1; orders dead ends, never printed without evidence. */
  fail_rate: rate,
  condition: optionalText,
  sources: z.array(shortText).default([]),
});
export type DeadEnd = z.infer<typeof DeadEnd>;

/** A cure that helps, and when. `action` is one sentence, `how` is Markdown (code in fences). */
const Workaround = z.looseObject({
  action: longText,
  action_zh: optionalText,
  how: optionalText,
  how_zh: optionalText,
  /** When this cure applies: "it fits on one GPU". */
  condition: optionalText,
  condition_zh: optionalText,
  /** 0..1; orders workarounds, never printed without evidence. */
  success_rate: rate,
  sources: z.array(shortText).default([]),
});
export type Workaround = z.infer<typeof Workaround>;

/** Versions concerned: `version` is a specifier with its package (`transformers>=4.30,<4.40`). */
const AffectedVersions = z.looseObject({
  version: shortText,
  introduced: shortText.nullish(),
  /** First version in which the error no longer occurs. */
  fixed: shortText.nullish(),
  deprecated: shortText.nullish(),
  removed: shortText.nullish(),
  behavior_change: longText.nullish(),
  status: shortText.nullish(),
});
export type AffectedVersions = z.infer<typeof AffectedVersions>;

/** A neighbouring known error, by id; the object form says how to tell them apart. */
const Neighbour = z.union([
  shortText,
  z.looseObject({ id: shortText, how_to_tell: optionalText, how_to_tell_zh: optionalText }),
]);

/**
 * One known error: one JSON file of a knowledge folder. Fields it does not name are kept, so that
 * records of other collections in the same flat format load unchanged; `signpost knowledge lint`
 * reports them.
 */
export const KnownError = z.looseObject({
  /** `domain/slug`, unique across all loaded folders. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){1,2}$/)
    .max(200),
  /** Headline of the comment: the problem in plain words, not the error's class. */
  title: shortText.nullish(),
  title_zh: shortText.nullish(),
  /** The wording as the program prints it. */
  signature: z.string().min(1).max(4_000),
  signature_zh: optionalText,
  /** RE2 syntax; named groups may be used as `{name}` in the texts. */
  regex: z.string().max(2_000).nullish(),
  /** Other verbatim wordings, across versions and languages. */
  aliases: z.array(z.string().min(1).max(4_000)).default([]),
  /** For problems without an error text: phrases a reporter uses. */
  symptoms: z.array(shortText).default([]),
  symptoms_zh: z.array(shortText).default([]),
  /** Types as printed; the last part of a dotted name decides. */
  exception: z.array(shortText).default([]),
  /** Packages that raise or cause it, as PEP 503 names (`flash-attn`). */
  packages: z.array(shortText).default([]),
  domain: shortText,
  category: shortText,
  subcategory: shortText.nullish(),
  root_cause: longText,
  root_cause_zh: optionalText,
  versions: z.array(AffectedVersions).default([]),
  dead_ends: z.array(DeadEnd).default([]),
  workarounds: z.array(Workaround).default([]),
  /** Older form of `how_zh`: aligned with `workarounds` by index. */
  workarounds_zh: z.array(longText).default([]),
  transition_graph: z
    .looseObject({
      leads_to: z.array(Neighbour).default([]),
      preceded_by: z.array(Neighbour).default([]),
      frequently_confused_with: z.array(Neighbour).default([]),
    })
    .nullish(),
  official_doc_url: z.string().max(1_000).nullish(),
  verification_tier: z.enum(verificationTiers).default("ai_generated"),
  confidence: rate,
  fix_success_rate: rate,
  evidence_count: z.number().int().nonnegative().nullish(),
  first_seen: shortText.nullish(),
  last_confirmed: shortText.nullish(),
  last_updated: shortText.nullish(),
  /** Where it was seen or is raised: issue URL, documentation URL, or `owner/repo:path`. */
  sources: z.array(z.string().max(1_000)).default([]),
  examples: z
    .looseObject({
      /** Texts of issues that must be diagnosed as this known error. */
      matches: z.array(z.string().max(20_000)).default([]),
      /** Texts that must not be. */
      near_misses: z.array(z.string().max(20_000)).default([]),
    })
    .default({ matches: [], near_misses: [] }),
  tags: z.array(shortText).default([]),
});
export type KnownError = z.infer<typeof KnownError>;
