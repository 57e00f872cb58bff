import { describe, expect, it } from "@jest/globals";
import type { Command } from "../../src/command/command.ts";
import { mayUse } from "../../src/command/permission.ts";

const noRole = (): Promise<string> => Promise.reject(new Error("must not be asked"));

const cases: [command: Command, association: string, isIssueAuthor: boolean, allowed: boolean][] = [
  [{ verb: "diagnose" }, "NONE", false, false],
  [{ verb: "diagnose" }, "NONE", true, true],
  [{ verb: "diagnose" }, "CONTRIBUTOR", false, false],
  [{ verb: "explain" }, "MEMBER", false, true],
  [{ verb: "help" }, "COLLABORATOR", false, true],
  [{ verb: "unknown", word: "x" }, "OWNER", false, true],
  [{ verb: "unknown", word: "x" }, "FIRST_TIMER", false, false],
];

describe("mayUse", () => {
  it.each(cases)(
    "%j by %s (author: %s): %s",
    async (command, association, isIssueAuthor, allowed) => {
      expect(await mayUse(command, { association, isIssueAuthor, role: noRole })).toBe(allowed);
    },
  );

  it.each([
    ["none", false],
    ["read", false],
    ["triage", true],
    ["write", true],
    ["maintain", true],
    ["admin", true],
  ])("lets the role %s apply labels: %s", async (role, allowed) => {
    const actor = { association: "OWNER", isIssueAuthor: true, role: () => Promise.resolve(role) };
    expect(await mayUse({ verb: "apply", labels: [] }, actor)).toBe(allowed);
  });
});
