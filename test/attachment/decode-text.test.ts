import { describe, expect, it } from "@jest/globals";
import { decodeText } from "../../src/attachment/decode-text.ts";

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from("错误: x"), "错误: x"],
    ["UTF-8 with a mark", Buffer.from("\ufeffError: x"), "Error: x"],
    ["UTF-16 of PowerShell", Buffer.from("\ufeff错误: x", "utf16le"), "错误: x"],
    ["bytes that are no UTF-8", Buffer.from([0x61, 0xff, 0x62]), "a\ufffdb"],
    ["nothing", Buffer.alloc(0), ""],
    ["an archive", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), null],
  ])("%s", (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });
});
