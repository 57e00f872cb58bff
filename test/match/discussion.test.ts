import { describe, expect, it } from "@jest/globals";
import { isDiscussion, isSolved } from "../../src/match/discussion.ts";

describe("isDiscussion", () => {
  it.each([
    "The message should name the layer.",
    "It would be nice if a model loaded with device_map could be trained.",
    "Feature request: train with device_map",
    "Please catch it and answer 503 instead of dying.",
    "Upgrading fixed it, for the record.",
    "Solved: it was the driver.",
    "The guide should explain what it means. I have no problem myself.",
    "The docstring warns that results may differ. How much?",
    "It is nowhere explained. Could a note be added?",
    "Add a test that it is raised",
    "Add troubleshooting page",
    "I wrote a long article on how this can come from a neighbor kernel.",
    "建议：显存不足时自动降低批大小",
    "希望框架捕获它并自动重试",
    "修复了 CPU 模式下 LayerNormKernelImpl 的问题",
    "已解决，升级驱动即可",
  ])("hears no report in: %s", (text) => {
    expect(isDiscussion(text)).toBe(true);
  });

  it.each([
    "What should I do about it?",
    "I followed the documentation and get this, any suggestions?",
    "How can this be solved? It never occurred before.",
    "Restarting did not help.",
    "希望大佬帮忙看看，怎么解决？",
    "按照文档安装后报错，求建议",
    "希望尽快修复这个问题",
  ])("hears a report in: %s", (text) => {
    expect(isDiscussion(text)).toBe(false);
  });
});

describe("isSolved", () => {
  it.each(["[Solved] it was the driver", "Solved: illegal memory access", "【已解决】推理报错"])(
    "hears a cure in: %s",
    (title) => {
      expect(isSolved(title)).toBe(true);
    },
  );

  it.each(["Fixed-size buffers run out of memory", "Not solved: still hangs", "问题还没解决"])(
    "hears no cure in: %s",
    (title) => {
      expect(isSolved(title)).toBe(false);
    },
  );
});
