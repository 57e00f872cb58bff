import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { openMessage } from "../../src/extract/fingerprint.ts";
import { fenced } from "./told.ts";

function fingerprint(folder: string, line: number, error: string): string | undefined {
  const text = fenced(
    "Traceback (most recent call last):",
    `  File "${folder}/run.py", line ${line}, in main${line}`,
    `  File "${folder}/lib/python3.1${line}/site-packages/peft/tuners.py", line ${line}, in forward`,
    error,
  );
  return extract(text).reports[0]?.fingerprint;
}

const here = fingerprint(
  "/home/a",
  1,
  "torch.OutOfMemoryError: Tried to allocate 2.00 GiB on cuda:0 at /tmp/a.bin",
);

describe("fingerprints", () => {
  it("are versioned hashes", () => {
    expect(here).toMatch(/^v1:[0-9a-f]{16}$/);
  });

  it("stay the same on another machine", () => {
    expect(
      fingerprint(
        "C:/work",
        2,
        "OutOfMemoryError: Tried to allocate 512 GiB on cuda:3 at /var/x/y.bin",
      ),
    ).toBe(here);
  });

  it.each([
    ["another type", "ValueError: Tried to allocate 2.00 GiB on cuda:0 at /tmp/a.bin"],
    ["another message", "OutOfMemoryError: Failed to allocate 2.00 GiB on cuda:0 at /tmp/a.bin"],
  ])("differ for %s", (_, error) => {
    expect(fingerprint("/home/a", 1, error)).not.toBe(here);
  });
});

describe("openMessage", () => {
  it.each([
    ["Tried to allocate 2.00 GiB", "tried to allocate <n> gib"],
    ["found cuda:0 and CPU", "found <device> and <device>"],
    ["no file '/a/b c.txt'", "no file <quoted>"],
    ["cannot open C:\\a\\b.txt now", "cannot open <path> now"],
    ["at 0x7fff12 of 9f86d081884c7d65", "at <n> of <n>"],
    ["see https://a.b/c?d=1", "see <url>"],
  ])("%s", (message, opened) => {
    expect(openMessage(message)).toBe(opened);
  });
});
