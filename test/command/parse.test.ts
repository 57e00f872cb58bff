import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Command } from "../../src/command/command.ts";
import { parseCommands } from "../../src/command/parse.ts";

const diagnose: Command = { verb: "diagnose" };

const cases: [name: string, body: string, commands: Command[]][] = [
  ["the bare command", "/diagnose", [diagnose]],
  ["with a thank you around it", "Updated the log above.\n\n/diagnose\n\nThanks!", [diagnose]],
  ["inside a paragraph, at a line's start", "please look again\n/diagnose\nthank you", [diagnose]],
  ["Windows line ends", "text\r\n/diagnose apply\r\n", [{ verb: "apply", labels: [] }]],
  ["a capital from a phone's keyboard", "/Diagnose Help", [{ verb: "help" }]],
  ["up to three spaces", "   /diagnose explain", [{ verb: "explain" }]],
  [
    "several, in order",
    "/diagnose\n/diagnose apply error: config",
    [diagnose, { verb: "apply", labels: ["error: config"] }],
  ],
  [
    "quoted label names",
    '/diagnose apply "error: config" `error: memory`, bug',
    [{ verb: "apply", labels: ["error: config", "error: memory", "bug"] }],
  ],
  ["a full-width comma", "/diagnose apply a，b", [{ verb: "apply", labels: ["a", "b"] }]],
  ["a word that is no verb", "/diagnose pleese now", [{ verb: "unknown", word: "pleese" }]],
  ["followed by a traceback", "/diagnose\n```\nValueError: x\n```", [diagnose]],
  ["not at a line's start", "you can use /diagnose here", []],
  ["another bot's command", "/diagnosed\n/label bug\n/diagnose-me", []],
  ["in a fence", "```\n/diagnose\n```", []],
  ["in a fence of tildes", "~~~\n/diagnose\n~~~", []],
  ["in a fence that is never closed", "```\n/diagnose", []],
  ["in indented code", "text\n\n    /diagnose", []],
  ["in inline code", "`/diagnose`", []],
  ["in a code span over two lines", "try `this\n/diagnose\nhere` maybe", []],
  ["in a quote", "> /diagnose", []],
  ["in the unmarked rest of a quote", "> as they wrote\n/diagnose", []],
  ["after a quote", "> as they wrote\n\n/diagnose", [diagnose]],
  ["in an HTML comment", "<!--\n/diagnose\n-->", []],
  ["in an HTML comment inside a paragraph", "text <!-- hidden\n/diagnose\n--> text", []],
  ["in a heading", "# /diagnose", []],
];

describe("parseCommands", () => {
  it.each(cases)("reads %s", (_name, body, commands) => {
    expect(parseCommands(body)).toEqual(commands);
  });

  it("reads at most ten commands", () => {
    expect(parseCommands("/diagnose\n".repeat(50))).toHaveLength(10);
  });

  it("throws on no text and caps what it keeps", () => {
    const piece = fc.constantFrom(
      "/diagnose",
      " apply",
      "\n",
      "`",
      "> ",
      "```",
      '"',
      "，",
      "<!--",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const kept = parseCommands(pieces.join("")).flatMap((command) => {
          if (command.verb === "unknown") return [command.word];
          return command.verb === "apply" ? command.labels : [];
        });
        expect(kept.every((word) => word !== "" && word.length <= 50)).toBe(true);
      }),
    );
  });
});
