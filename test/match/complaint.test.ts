import { describe, expect, it } from "@jest/globals";
import { complaintsIn } from "../../src/match/complaint.ts";

describe("complaints", () => {
  it.each([
    ["the merged model gives incoherent text", ["garbage"]],
    ["训练后模型输出重复内容", ["garbage"]],
    ["推理时一直重复同一句话，像复读机", ["garbage"]],
    ["合并之后胡乱回答", ["garbage"]],
    ["please add an option for repeated sampling", []],
    ["数据集里有重复样本，请问怎么去重？", []],
  ])("%s", (folded, expected) => {
    expect([...complaintsIn(folded)]).toEqual(expected);
  });
});
