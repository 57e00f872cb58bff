import { describe, expect, it } from "@jest/globals";
import { toRole } from "../../src/publish/github-response.ts";

describe("toRole", () => {
  const flags = { pull: true, triage: false, push: false, maintain: false, admin: false };

  it.each([
    ["a standard role", { permission: "read", role_name: "triage", user: null }, "triage"],
    [
      "maintain, which `permission` calls write",
      { permission: "write", role_name: "maintain", user: null },
      "maintain",
    ],
    [
      "a custom role that may triage",
      {
        permission: "read",
        role_name: "helper",
        user: { permissions: { ...flags, triage: true } },
      },
      "triage",
    ],
    [
      "a custom role that may push",
      {
        permission: "write",
        role_name: "dev",
        user: { permissions: { ...flags, triage: true, push: true } },
      },
      "write",
    ],
    [
      "a custom role without flags",
      { permission: "admin", role_name: "boss", user: null },
      "admin",
    ],
    ["an unknown answer", { permission: "all", role_name: "boss", user: null }, "none"],
  ])("reads %s", (_name, response, role) => {
    expect(toRole(response)).toBe(role);
  });
});
