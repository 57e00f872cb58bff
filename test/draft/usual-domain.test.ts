import { expect, it } from "@jest/globals";
import { usualDomain } from "../../src/draft/usual-domain.ts";
import { knownError } from "../match/hand-built.ts";

const knownErrors = [
  knownError({
    id: "huggingface/a",
    signature: "a",
    domain: "huggingface",
    packages: ["Flash_Attn"],
  }),
  knownError({ id: "huggingface/b", signature: "b", domain: "huggingface", packages: ["peft"] }),
  knownError({
    id: "pytorch/c",
    signature: "c",
    domain: "pytorch",
    packages: ["flash-attn", "torch"],
  }),
  knownError({ id: "pytorch/d", signature: "d", domain: "pytorch", packages: ["flash-attn"] }),
];

it.each([
  ["peft", "huggingface"],
  ["flash-attn", "pytorch"],
  ["vllm", null],
])("%s", (name, domain) => {
  expect(usualDomain(name, knownErrors)).toBe(domain);
});
