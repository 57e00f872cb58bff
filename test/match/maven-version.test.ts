import { describe, expect, it } from "@jest/globals";
import { compare } from "@renovatebot/pep440";
import { fromMavenRange, fromMavenVersion } from "../../src/match/maven-version.ts";

describe("fromMavenVersion", () => {
  it("keeps Maven's order", () => {
    const ordered = [
      "1.0-alpha-1",
      "1.0-alpha-10",
      "1.0-beta1",
      "1.0-M1",
      "1.0-milestone-2",
      "1.0-RC1",
      "1.0.CR2",
      "1.0-SNAPSHOT",
      "1.0",
      "1.0-SP1",
      "1.0.1",
      "1.0.10",
      "1.2",
    ].map((version) => fromMavenVersion(version) ?? version);
    expect(ordered.toReversed().toSorted(compare)).toEqual(ordered);
  });

  it.each([
    ["1.0", "1.0.Final"],
    ["1.0", "1.0.GA"],
    ["5.3.20", "5.3.20.RELEASE"],
    ["31.1", "31.1-jre"],
  ])("takes %s and %s for one release", (first, second) => {
    const [one = "", other = ""] = [first, second].map(fromMavenVersion).map(String);
    expect(compare(one, other)).toBe(0);
  });

  it.each(["", "latest", "release-1.0", "${project.version}"])("knows no version in %j", (text) => {
    expect(fromMavenVersion(text)).toBeNull();
  });
});

describe("fromMavenRange", () => {
  it.each([
    ["[2.0,2.15)", ">=2.0,<2.15"],
    ["(2.0,2.15]", ">2.0,<=2.15"],
    ["(,1.0]", "<=1.0"],
    ["[1.5]", "==1.5"],
    [">=2.0,<3", ">=2.0,<3"],
  ])("reads %s", (range, specifier) => {
    expect(fromMavenRange(range)).toBe(specifier);
  });
});
