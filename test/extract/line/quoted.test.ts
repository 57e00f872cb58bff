import { describe, expect, it } from "@jest/globals";
import { told } from "../told.ts";

describe("errors with a type in prose", () => {
  it.each([
    [
      "one that is ruled out",
      "This is not the `ValueError: bad a` of #3, mine is `KeyError: 'x'`.",
      ["* inline KeyError|'x' 1-1"],
    ],
    [
      "without marks",
      "It is no longer ValueError: bad value, now I get KeyError: missing key x",
      ["* inline KeyError|missing key x 1-1"],
    ],
    [
      "ruled out behind it",
      "I get KeyError: missing key x, not ValueError: bad value",
      ["* inline KeyError|missing key x 1-1"],
    ],
    ["in Chinese", "不是 `ValueError: bad a`，而是 `KeyError: 'x'`", ["* inline KeyError|'x' 1-1"]],
    [
      "in Chinese, with a quote of its own at the end",
      "训练报 AttributeError: 'Net' has no attribute 'config'，单卡正常",
      ["* inline AttributeError|'Net' has no attribute 'config' 1-1"],
    ],
    [
      "in Chinese, within the sentence's quotes",
      '训练报 "ValueError: bad value"，单卡正常',
      ["* inline ValueError|bad value 1-1"],
    ],
    ["the only one, ruled out", "This is not `ValueError: bad a`.", []],
    [
      "entries of a change log",
      "- fix: `ValueError: bad a` (#3)\n- bugfix: KeyError: missing key x",
      [],
    ],
    [
      "a reporter's clause behind it",
      "I get ValueError: bad value when I run it twice",
      ["* inline ValueError|bad value 1-1"],
    ],
    [
      "a failure told with not",
      "I could not run it: ValueError: bad value",
      ["* inline ValueError|bad value 1-1"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("errors without a type in prose, where nothing else stands", () => {
  it.each([
    [
      "named an error",
      'I am getting the error `html/template: "" is an incomplete template`.',
      ['* inline -|html/template: "" is an incomplete template 1-1'],
    ],
    [
      "told by a program",
      "It says \"Could not find the module 'a/b'\" and stops.",
      ["* inline -|Could not find the module 'a/b' 1-1"],
    ],
    [
      "in Chinese",
      "运行后报错 `the token '<' is not valid here`",
      ["* inline -|the token '<' is not valid here 1-1"],
    ],
    [
      "below a colon",
      "a\n\nWhen I start it, it fails with:\n\nCould not find the module 'a/b'",
      ["* line -|Could not find the module 'a/b' 5-5"],
    ],
    ["a phrase of a screen", 'It shows the error "Cannot open this page" instead.', []],
    ["a wish", "It should say `Could not find the module 'a/b'` then.", []],
    ["a wording", "The error `Could not find the module 'a/b'` it shows is misleading.", []],
    ["ruled out", "I do not get the usual error, not `Could not find the module 'a/b'`.", []],
    ["a name", "It fails with the error `E_FAIL`.", []],
    ["code", "I get an error from `foo(a, b) || bar(c)` here.", []],
    ["nothing that happened", "The error `Could not find the module 'a/b'` is for paths.", []],
    [
      "another error elsewhere",
      "I get the error `the lock 3 was lost`.\n\n```\nKeyError: 'x'\n```",
      ["* line KeyError|'x' 4-4"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("an error that a sentence or a title goes on behind", () => {
  it.each([
    [
      "brackets around it",
      "Question\n\nI met the problem in the topic[ RuntimeError: too few rows (3 of 9)]. I tried more.",
      ["* inline RuntimeError|too few rows (3 of 9) 3-3"],
    ],
    [
      "brackets of the message's own",
      "Question\n\nI met the problem [ RuntimeError: size [3, 4] does not fit",
      ["* inline RuntimeError|size [3, 4] does not fit 3-3"],
    ],
    [
      "the calls of a JavaScript stack",
      "TypeError: Cannot read property 'a' of undefined at Watcher.get (app.js:15219) at VueComp\n\nSee above.",
      ["* inline TypeError|Cannot read property 'a' of undefined 1-1"],
    ],
    [
      "a place that is no call",
      "SyntaxError: Unexpected token at position 4 (char 5)\n\nSee above.",
      ["* inline SyntaxError|Unexpected token at position 4 (char 5) 1-1"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
