import { describe, expect, it } from "@jest/globals";
import {
  isAboutMessage,
  isDisclaimed,
  isDiscussion,
  isSolved,
} from "../../src/match/discussion.ts";

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

describe("isAboutMessage", () => {
  it.each([
    "Bad error message when trying to download gated dataset",
    "Misleading error message in from_pretrained",
    "Improve the error message of device_map",
    "[bug] unhelpful exception message",
    "显存不足时报错信息不清晰",
  ])("finds fault with the text: %s", (title) => {
    expect(isAboutMessage(title)).toBe(true);
  });

  it.each([
    "Error message when loading a gated model",
    "Bad performance and an error message",
    "Getting a strange error after the update",
    "报错信息如下，求助",
  ])("reports an error: %s", (title) => {
    expect(isAboutMessage(title)).toBe(false);
  });
});

describe("isDisclaimed", () => {
  it.each([
    "I do not have the problem myself.",
    "I'm not affected by this bug myself",
    "我自己没有遇到这个问题",
  ])("no trouble: %s", (text) => {
    expect(isDisclaimed(text)).toBe(true);
  });

  it.each([
    "I do not have this problem with 4.40, only with 4.41",
    "I tried to solve this error myself",
  ])("trouble: %s", (text) => {
    expect(isDisclaimed(text)).toBe(false);
  });
});
