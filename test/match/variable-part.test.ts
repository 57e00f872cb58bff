import { describe, expect, it } from "@jest/globals";
import { plainText } from "../../src/match/fold.ts";
import { findVariableParts } from "../../src/match/variable-part.ts";

function opened(text: string): string {
  const plain = plainText(text).text;
  let result = "";
  let from = 0;
  for (const { kind, start, end } of findVariableParts(plain)) {
    result += `${plain.slice(from, start)}<${kind}>`;
    from = end;
  }
  return result + plain.slice(from);
}

describe("findVariableParts", () => {
  it.each([
    ["devices", "on two devices, cuda:0 and cpu!", "on two devices, <device> and <device>!"],
    [
      "no device without a number",
      "cannot run with `cpu` device",
      "cannot run with '<name>' device",
    ],
    [
      "sizes with units",
      "Tried to allocate 2.50 GiB (GPU 0)",
      "Tried to allocate <number> (GPU <number>)",
    ],
    ["bits, which are wording", "4-bit or 8-bit models", "4-bit or 8-bit models"],
    ["digits in names", "bf16 needs libcudnn.so.8", "bf16 needs libcudnn.so.8"],
    [
      "versions",
      "requires accelerate>=0.26.0, found 2.3.0+cu121",
      "requires accelerate>=<number>, found <number>",
    ],
    ["addresses", "<object at 0x7f3a2b>", "<object at <number>>"],
    [
      "ids of requests",
      "(Request ID: Root=1-66f4b037-1bf3d7d2;5601d2c9-8fd8)",
      "(Request ID: Root=<number>)",
    ],
    ["paths", "open /usr/lib/x.so or C:\\tmp\\a: failed", "open <path> or <path>: failed"],
    ["URLs", "see https://huggingface.co/docs.", "see <path>."],
    ["repositories in quotes", "Can't find 'user/name' there", "Can't find '<path>' there"],
    ["an apostrophe, which is no quote", "don't and can't", "don't and can't"],
    [
      "a phrase in quotes, which is wording",
      "caused 'exec format error in the kernel'",
      "caused 'exec format error in the kernel'",
    ],
    ["quotes within quotes", "`device_map='auto'` is", "'<name>'' is"],
    [
      "lists",
      "Target modules ['q_proj', 'v_proj'] not in torch.Size([8, 1])",
      "Target modules <list> not in torch.Size(<list>)",
    ],
    ["labels in brackets, which are wording", "[Errno 24] Too many", "[Errno <number>] Too many"],
    ["placeholders", "got {name!r} for %s, {}", "got <any> for <any>, <any>"],
    ["what the record leaves out", "keys: albert, ... or more", "keys: albert, <any> or more"],
  ])("opens %s", (_name, text, expected) => {
    expect(opened(text)).toBe(expected);
  });
});
