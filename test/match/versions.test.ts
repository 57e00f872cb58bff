import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Environment } from "../../src/extract/extraction.ts";
import { KnownError } from "../../src/knowledge/known-error.ts";
import { compareVersions } from "../../src/match/versions.ts";

interface Affected {
  version: string;
  introduced?: string | null;
  fixed?: string | null;
}

function knownError(versions: Affected[], domain = "huggingface"): KnownError {
  return KnownError.parse({
    id: `${domain}/some-error`,
    signature: "some error",
    domain,
    category: "config_error",
    root_cause: "Some cause.",
    versions,
  });
}

function environment(stated: Record<string, string>): Environment {
  const names = Object.entries(stated);
  return {
    versions: names.map(([name, version], index) => ({ name, version, line: index + 1 })),
    os: null,
  };
}

function statusOf(versions: Affected[], stated: Record<string, string>, domain?: string): string {
  return compareVersions(knownError(versions, domain), environment(stated)).status;
}

describe("compareVersions", () => {
  it.each<[string, string, string, string]>([
    ["inside a range", "transformers>=4.30,<4.40", "4.38.1", "in_range"],
    ["above a range", "transformers>=4.30,<4.40", "4.40.0", "out_of_range"],
    ["below a range", "transformers >= 4.30.0", "4.29.2", "out_of_range"],
    ["extras and blanks", "transformers[torch] >= 4.30 , < 4.40", "4.31", "in_range"],
    ["local part does not count", "transformers<=2.2.0", "2.2.0+cu121", "in_range"],
    ["a plus means or newer", "transformers 4.30+", "4.41.0", "in_range"],
    ["wildcard", "transformers==4.38.*", "4.38.2", "in_range"],
    ["wildcard of another family", "transformers==4.38.*", "4.39.0", "out_of_range"],
    ["compatible release", "transformers~=4.38.1", "4.38.0", "out_of_range"],
    ["excluded version", "transformers>=4.30,!=4.38.0", "4.38.0", "out_of_range"],
    ["exact version", "transformers 4.38.1", "4.38.1", "in_range"],
    ["exact version, other patch", "transformers 4.38.1", "4.38.0", "in_range"],
    [
      "exact version, other minor: only where it was seen",
      "transformers 4.38.1",
      "4.40.0",
      "unknown",
    ],
    ["pinned version reads the same", "transformers==4.38.1", "4.40.0", "unknown"],
    ["exact version with a v", "transformers v4.38.1", "4.38.3", "in_range"],
    ["exact version with an x", "transformers 4.38.x", "4.38.3", "in_range"],
    ["stated short, bound inside it", "transformers>=4.38.1", "4.38", "unknown"],
    ["stated short, bound is its first release", "transformers>=4.38.0", "4.38", "in_range"],
    ["stated short, clear of the bound", "transformers<4.38.1", "4.37", "in_range"],
    ["bound written short, may mean all of it", "transformers<=4.40", "4.40.1", "unknown"],
    ["development version of the bound", "transformers<4.42", "4.42.0.dev0", "unknown"],
    ["development version past the bound", "transformers>=4.41", "4.42.0.dev0", "in_range"],
    ["release candidate of the bound", "transformers>=4.42.0", "4.42.0rc1", "unknown"],
    ["no PEP 440 version", "transformers>=4.30", "main", "unknown"],
    ["a range in words", "transformers 4.30 or newer", "4.38.1", "unknown"],
    ["another package", "accelerate>=0.20.0", "4.38.1", "unknown"],
    ["no package", ">=4.30", "4.38.1", "unknown"],
  ])("%s: %s against %s is %s", (_name, version, stated, status) => {
    expect(statusOf([{ version }], { transformers: stated })).toBe(status);
  });

  it.each<[string, Affected, string, string]>([
    ["older than the fix", { version: "torch", fixed: "2.3" }, "2.2.1+cu121", "in_range"],
    ["the fixed version", { version: "torch", fixed: "2.3" }, "2.3.0", "out_of_range"],
    ["newer than the fix", { version: "torch>=2.0", fixed: "2.3" }, "2.4.0", "out_of_range"],
    [
      "older than the introduction",
      { version: "torch", introduced: "2.0" },
      "1.13.1",
      "out_of_range",
    ],
    [
      "package repeated in the fix",
      { version: "torch", fixed: "torch 2.3" },
      "2.4",
      "out_of_range",
    ],
    ["seen before the fix", { version: "torch 2.1.0", fixed: "2.3" }, "2.2.0", "in_range"],
    ["a fix in words", { version: "torch", fixed: "nightly" }, "2.4", "unknown"],
    ["a fix within the version stated", { version: "torch", fixed: "2.3.1" }, "2.3", "unknown"],
    ["no fix", { version: "torch", fixed: null, introduced: null }, "2.3", "unknown"],
  ])("%s", (_name, affected, stated, status) => {
    expect(statusOf([affected], { torch: stated })).toBe(status);
  });

  it("finds the package under its other names", () => {
    expect(statusOf([{ version: "PyTorch 2.2.0" }], { torch: "2.2.1" })).toBe("in_range");
    expect(statusOf([{ version: "CUDA toolkit >= 12.0" }], { cuda: "11.8" })).toBe("out_of_range");
  });

  it("takes several entries of one package as alternatives", () => {
    const twice = [
      { version: "transformers>=4.30,<4.32", fixed: "4.32.0" },
      { version: "transformers>=4.36,<4.38" },
    ];
    expect(statusOf(twice, { transformers: "4.37.1" })).toBe("in_range");
    expect(compareVersions(knownError(twice), environment({ transformers: "4.33.0" }))).toEqual({
      status: "out_of_range",
      findings: [
        {
          package: "transformers",
          stated: "4.33.0",
          line: 1,
          status: "out_of_range",
          range: ">=4.30,<4.32",
          fixed: "4.32.0",
        },
      ],
    });
  });

  it("is out of range when one of several packages is", () => {
    const two = [{ version: "transformers>=4.30.0" }, { version: "accelerate>=0.20.0" }];
    const both = compareVersions(
      knownError(two),
      environment({ transformers: "4.38.1", accelerate: "0.19.0" }),
    );
    expect(both.status).toBe("out_of_range");
    expect(both.findings.map((finding) => finding.status)).toEqual(["in_range", "out_of_range"]);
  });

  it.each<[string, string, string]>([
    [">=18.2", "18.19.0", "in_range"],
    ["^16 || ^18", "v17.1.0", "out_of_range"],
    [">=18.2", "18", "unknown"],
    [">=16", "18", "in_range"],
    ["20.1.0", "20.3.0", "unknown"],
    [">=18", "latest", "unknown"],
  ])("reads %s by semver for Node: %s is %s", (range, stated, status) => {
    expect(statusOf([{ version: `node ${range}` }], { node: stated }, "node")).toBe(status);
  });

  it.each<[string, string, string, string]>([
    ["maven", "spring-core>=5.3,<5.3.20", "5.3.19.RELEASE", "in_range"],
    ["maven", "spring-core>=5.3,<5.3.20", "5.3.20", "out_of_range"],
    ["java", "spring-core[5.3,6.0)", "5.3.9", "in_range"],
    ["java", "spring-core [5.3,6.0)", "6.0.1", "out_of_range"],
    ["java", "spring-core (,5.3]", "5.2.1.Final", "in_range"],
    ["java", "org.springframework:spring-core>=6.0", "6.0.0-M3", "unknown"],
    ["java", "org.springframework:spring-core>=6.0.0-RC1", "6.0.0-M3", "out_of_range"],
    ["java", "org.springframework:spring-core<6.0", "5.9-SNAPSHOT", "in_range"],
    ["java", "spring-core>=31.0", "31.1-jre", "in_range"],
    ["java", "spring-core>=1.8.0_292", "1.8.0_202", "out_of_range"],
    ["kotlin", "spring-core 1.8.20", "1.8.22", "in_range"],
    ["rust", "spring-core>=1.20, <1.28", "1.28.0", "out_of_range"],
    ["rust", "spring-core^1.20", "1.27.3", "in_range"],
    ["go", "spring-core>=1.9.0", "1.9.1+incompatible", "in_range"],
    ["go", "spring-core>=0.1.0", "0.0.0-20230102150405-abcdef123456", "out_of_range"],
    ["ruby", "spring-core~>7.0.4", "7.0.8.1", "in_range"],
    ["ruby", "spring-core>=7.1.0", "7.1.0.beta1", "unknown"],
  ])("reads the versions of %s: %s against %s is %s", (domain, version, stated, status) => {
    expect(statusOf([{ version }], { "spring-core": stated }, domain)).toBe(status);
  });

  it.each([
    [">=1.21", "1.21rc2", "unknown"],
    [">=1.21", "go1.22.1", "in_range"],
    ["<1.21", "1.21.3", "out_of_range"],
  ])("counts Go's own releases: %s against %s is %s", (range, stated, status) => {
    expect(statusOf([{ version: `go${range}` }], { go: stated }, "go")).toBe(status);
  });

  it("throws on nothing", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom("torch >=", "torch ==2.*.*", "torch ~=2", "torch 2.2.0", "torch>=2||<1"),
    );
    const version = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("2.2", "v2", "2.2+cu1"));
    fc.assert(
      fc.property(
        text,
        version,
        fc.constantFrom("npm", "pytorch", "maven"),
        (written, stated, domain) => {
          const record = knownError([{ version: written, fixed: stated }], domain);
          const { status, findings } = compareVersions(record, environment({ torch: stated }));
          expect(status === "unknown").toBe(findings.length === 0);
        },
      ),
    );
  });
});
