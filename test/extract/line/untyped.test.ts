import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

describe("errors without a type, by their form", () => {
  it.each([
    "Cannot read property '_init' of undefined",
    "Could not connect to the server",
    "batch response: This repository is over its data quota.",
    "OMP: Error #15: Initializing libiomp5.dylib, but found libomp.dylib already initialized.",
    'error during connect: Get "http://%2F%2F.%2Fpipe%2Fdocker_engine/v1.24/version": open //./pipe/docker_engine: The system cannot find the file specified.',
    "Failed building wheel for tokenizers",
    "Unable to find image 'web:latest' locally",
    "Unexpected token < in JSON at position 0",
    "Unknown option '--foo'",
    "unrecognized arguments: --bar",
    "Invalid configuration object. Something is 'wrong'",
    "Unsupported compiler version: 4.8",
    "Too many open files in system",
    "Error while loading conda entry point: conda-libmamba-solver",
    "An unexpected error occurred: https://registry.example.org/x: not found",
    "Something went wrong installing the package",
    'expected a net.Error; got &errors.errorString{s:"closed"}',
    "Expected 3 rows, but got 4",
    "cp: cannot stat 'a/b': No such file or directory",
    "./run.sh: Permission denied",
    "dial tcp 10.0.0.1:5432: connect: connection refused",
    "open /etc/app.toml: permission denied",
    "mount: /mnt: wrong fs type",
    "bash: nvcc: command not found",
    "/usr/bin/env: 'node': No such file or directory",
    "x509: certificate signed by unknown authority",
    "rpc error: code = Unavailable desc = connection error",
    "flag provided but not defined: -foo",
    'qt.qpa.plugin: Could not load the Qt platform plugin "xcb"',
    "Cannot connect to the Docker daemon. Is the docker daemon running?",
  ])("%s", (text) => {
    expect(told(fenced(text))).toEqual([`* line -|${text} 2-2`]);
  });

  it("reads a record without a level", () => {
    expect(
      told(
        fenced("2024/01/01 10:00:00 Failed to bind", "  to the port", "2024/01/01 10:00:01 bye"),
      ),
    ).toEqual(["* log -|Failed to bind 2-3"]);
  });
});

describe("errors without a type, by what announces them", () => {
  it.each([
    [
      "a short block below a sentence",
      "I get this error:\n```\nthe lock was lost by peer 3\n```",
      "the lock was lost by peer 3 3-3",
    ],
    [
      "behind a command",
      "It crashes with\n```\n$ run -x\nthe lock was lost\n```",
      "the lock was lost 4-4",
    ],
    [
      "a word of failure in a section",
      "### Relevant log output\n```\nStarting up\nshard 3 is corrupt, giving up\n```",
      "shard 3 is corrupt, giving up 4-4",
    ],
    [
      "above an exit status",
      "Output of a test\n```\ntimeout does not match the peer\nexit status 1\n```",
      "timeout does not match the peer 3-4",
    ],
    ["in Chinese", "运行报错：\n```\n数据库连接已断开\n```", "数据库连接已断开 3-3"],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual([`* line -|${expected}`]);
  });

  it("reads what a shell says of a program that the system stopped", () => {
    expect(told("Output:\n```\n$ run\nKilled\n```")).toEqual(["* line Killed| 4-4"]);
  });

  it("is not asked where another error stands", () => {
    expect(
      told("I get this error:\n```\nthe lock was lost\n```\nand\n```\nKeyError: 'x'\n```"),
    ).toEqual(["* line KeyError|'x' 7-7"]);
  });
});

describe("what is no error", () => {
  it.each([
    ["a sentence nobody announced", fenced("the lock was lost by peer 3")],
    [
      "a long block",
      `I get this error:\n${fenced("one step done", "two steps done", "three steps done", "four steps done", "five steps done")}`,
    ],
    ["code", `It fails with:\n${fenced("lock.acquire(timeout = 3)")}`],
    ["a command", `It fails when running\n${fenced("docker compose up -d web")}`],
    ["a string in code", fenced('"Could not find the file",')],
    ["an object in code", fenced("message: 'Invalid input: expected string'")],
    ["a comment behind code", fenced("run() // Could not find it: error")],
    ["the reporter's words", `It fails:\n${fenced("When I click on it nothing is shown")}`],
    [
      "a docstring",
      fenced(
        "def load(path):",
        '    """',
        "    Could not be simpler to use.",
        '    """',
        "    return open(path)",
      ),
    ],
    ["an access log", `### Logs\n${fenced('10.0.0.9 - - [x] "GET /error HTTP/1.1" 404 12')}`],
    [
      "a list of texts",
      fenced("title: Hello there", "failed: Could not find the page", "retry: Try again"),
    ],
    ["a question", `I get this error:\n${fenced("What does this mean for the cache?")}`],
    ["code below a comment", fenced("# install", 'fail "the lock was lost"')],
    [
      "code in a section for logs",
      `### Relevant log output\n${fenced("import os", "def f(x):", "    return os.stat(x)", "It does not exist or is invalid", "y = f(1)")}`,
    ],
    ["a text with places", fenced("Could not open %s of ${name}")],
    ["a notice", `### Relevant log output\n${fenced("Note: the table is missing an index")}`],
    [
      "a record below the level",
      fenced("2024-01-01 10:00:00,123 WARNING [app] Could not find the file"),
    ],
    ["an option's help", fenced("  --strict  Fail on unknown options")],
    [
      "a healthy log",
      `### Relevant log output\n${fenced("Server started on port 80", "GET / 200 in 3 ms")}`,
    ],
    ["prose in HTML", "<pre>Error when the file does not parse.\nThen it goes on.</pre>"],
    ["a request", `This should fail with an error:\n${fenced("the lock was lost")}`],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
