import { describe, expect, it } from "@jest/globals";
import { commands } from "../../src/cli/commands.ts";
import { runCli } from "./run-cli.ts";

describe("signpost", () => {
  it("lists its commands", async () => {
    const { code, out } = await runCli(["--help"]);
    expect(code).toBe(0);
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`${name} +${summary}`));
  });

  it("lists the commands of a group", async () => {
    const { code, out } = await runCli(["knowledge", "-h"]);
    expect(code).toBe(0);
    expect(out).toContain("knowledge lint");
    expect(out).not.toContain("  diagnose");
  });

  it.each(commands.map(({ name }) => [name]))("explains %s with examples", async (name) => {
    const { code, out, err } = await runCli([...name.split(" "), "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(new RegExp(`^Usage: signpost ${name}`));
    expect(out).toMatch(/^Examples?:\n {2}/m);
  });

  it.each([[[]], [["knowledge"]]])("shows the way without a command: %j", async (args) => {
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage: signpost COMMAND");
  });

  it.each([
    [["diagnos"], 'signpost: there is no command "diagnos"; see signpost --help\n'],
    [["--verbose"], 'signpost: there is no command "--verbose"; see signpost --help\n'],
    [
      ["knowledge", "dance"],
      'signpost: there is no command "knowledge dance"; see signpost --help\n',
    ],
    [["diagnose", "--frob"], "signpost diagnose: Unknown option '--frob'\n"],
    [
      ["diagnose", "--json=1", "-"],
      "signpost diagnose: Option '--json' does not take an argument\n",
    ],
    [["diagnose", "--lang", "fr"], 'signpost diagnose: --lang is en, zh or auto, not "fr"\n'],
    [["diagnose", "a.md", "b.md"], 'signpost diagnose: one text at a time, not also "b.md"\n'],
    [
      ["diagnose", "--jsonl", "a", "b"],
      'signpost diagnose: --jsonl has its own file, not also "b"\n',
    ],
    [
      ["knowledge", "schema", "x"],
      'signpost knowledge schema: nothing can be named here, not "x"\n',
    ],
    [["replay"], "signpost replay: name the file of a recorded delivery\n"],
    [["\u001b[31mred"], 'signpost: there is no command "[31mred"; see signpost --help\n'],
  ])("refuses %j in one line", async (args, err) => {
    expect(await runCli(args)).toEqual({ code: 2, out: "", err });
  });
});

describe("signpost knowledge", () => {
  it("prints the schema", async () => {
    const { code, out } = await runCli(["knowledge", "schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: "object", properties: { signature: {} } });
  });

  it("says which folder cannot be read", async () => {
    const { code, err } = await runCli(["knowledge", "lint", "/no/such/folder"]);
    expect(code).toBe(2);
    expect(err).toContain("/no/such/folder does not exist");
  });
});
