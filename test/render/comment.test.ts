import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Extraction, Locale } from "../../src/extract/extraction.ts";
import type { Match, Verdict } from "../../src/match/verdict.ts";
import { renderComment } from "../../src/render/comment.ts";
import { decideLabels } from "../../src/render/labels.ts";
import { parseMarker } from "../../src/render/parse-marker.ts";
import {
  sampleExtraction,
  sampleFrame,
  sampleKnownError,
  sampleMatch,
  sampleReport,
  sampleVerdict,
} from "./sample.ts";

const distributed = sampleMatch({
  knownError: sampleKnownError({
    id: "huggingface/accelerate-multi-gpu-device-map-conflict",
    title: '`device_map="auto"` and distributed training exclude each other',
    regex: "loaded with .device_map='(?<map>[a-z]+)'. in any distributed mode",
    packages: ["accelerate", "transformers"],
    root_cause:
      '`device_map="{map|auto}"` spreads *one* copy of the model over all GPUs. `torchrun` starts processes that each need a *whole* copy on their own GPU, so accelerate refuses.',
    workarounds: [
      {
        condition: "one copy fits on one GPU",
        action: "give each process its own card",
        how: '```python\nfrom accelerate import PartialState\n\nmodel = AutoModelForCausalLM.from_pretrained(name, device_map={"": PartialState().process_index})\n```',
        success_rate: 0.1,
      },
      {
        condition: "It does not fit on one GPU",
        action: "FSDP or DeepSpeed ZeRO-3, without `device_map`.",
        success_rate: 0.9,
      },
      {
        condition: "One process over all GPUs, slower",
        action: 'keep `device_map="{map}"` and start it with `python sft.py`.',
        how: 'keep `device_map="{map}"` and start it with `python sft.py`.',
      },
    ],
    dead_ends: [
      {
        action: "`ACCELERATE_BYPASS_DEVICE_MAP=true`",
        why_fails: "It only hides the check; the processes still fight over the same GPUs.",
      },
      { action: '`device_map="balanced"` or `"sequential"`', why_fails: "The same conflict." },
      { action: "", why_fails: "The error does not go away with `device_map=0` alone." },
      { action: "", why_fails: "" },
    ],
    transition_graph: {
      frequently_confused_with: [
        {
          id: "huggingface/device-map-auto-conflict-with-trainer",
          how_to_tell: "There the script was started with `python`.",
        },
      ],
    },
    official_doc_url: "https://huggingface.co/docs/accelerate/concept_guides/big_model_inference",
    sources: [
      "huggingface/accelerate:src/accelerate/accelerator.py",
      "https://github.com/huggingface/transformers/issues/31557",
    ],
    fix_success_rate: 0.93,
    evidence_count: 1,
  }),
  confidence: 0.87,
  captures: { map: "auto" },
  evidence: [
    { kind: "wording", line: 24, text: "You can't train a model", weight: 0.6 },
    { kind: "exception", line: 24, text: "ValueError", weight: 0.15 },
    { kind: "library", line: 20, text: "accelerate/accelerator.py", weight: 0.1 },
  ],
  versions: [
    {
      package: "accelerate",
      stated: "0.34.2",
      line: 30,
      status: "in_range",
      range: ">=0.20",
      fixed: null,
    },
  ],
});

const torchrun = sampleExtraction(
  sampleReport({
    message:
      "You can't train a model that has been loaded with `device_map='auto'` in any distributed mode. Please rerun your script specifying `--num_processes=1` or by launching with `python {{myscript.py}}`.",
    line: 24,
    repeatedAt: [40, 56, 72],
    prefixes: ["[rank0]:", "[rank1]:", "[rank2]:", "[rank3]:"],
    frames: [sampleFrame("accelerate")],
  }),
);

const sameDevice = sampleMatch({
  knownError: sampleKnownError({
    id: "huggingface/peft-tensors-on-different-devices",
    title: "Tensors on different devices",
    title_zh: "张量不在同一设备上：部分权重被放到了 {second|别处}",
    regex: "two devices, (?<first>\\S+) and (?<second>[a-z0-9:]+)",
    root_cause: "The adapter and some layers are on different devices.",
    root_cause_zh:
      '`device_map="auto"` 在显存不足时会把若干层放到 CPU，而 PEFT 的适配层在 {first|另一设备} 上，前向计算时两者相遇。',
    category: "device_error",
    verification_tier: "issue_seen",
    workarounds: [
      {
        condition: "It fits",
        condition_zh: "显存够用",
        action: "Keep the model on one GPU.",
        action_zh: "把整个模型固定在一张卡上，并确认没有 `cpu` 或 `disk`。",
        how: '```python\nmodel = AutoModelForCausalLM.from_pretrained(name, device_map={"": 0})\nprint(model.hf_device_map)\n```',
      },
      {
        condition_zh: "输入没有跟着模型走",
        action: "Move the inputs.",
        action_zh: "`inputs = inputs.to(model.device)`。",
        how_zh: "",
      },
      { action: "Use a smaller model, for example @org/small", action_zh: "Use a smaller model" },
    ],
    dead_ends: [
      {
        action: 'Calling `.to("cuda")`',
        action_zh: '对 4-bit 模型再调用 `.to("cuda")`',
        why_fails: "It is refused.",
        why_fails_zh: "bitsandbytes 会直接拒绝。",
      },
    ],
    official_doc_url: "https://huggingface.co/docs/peft/developer_guides/troubleshooting",
    sources: [
      "https://github.com/huggingface/peft/issues/414",
      "https://github.com/huggingface/peft/issues/1831",
    ],
  }),
  captures: { first: "cuda:0", second: "cpu" },
  evidence: [
    { kind: "wording", line: 5, text: "Expected all tensors", weight: 0.7 },
    { kind: "exception", line: 5, text: "RuntimeError", weight: 0.2 },
  ],
  versions: [
    { package: "peft", stated: "0.4.0", line: 9, status: "in_range", range: "", fixed: "0.5" },
  ],
});

const messageOnly = sampleExtraction(
  sampleReport({
    type: "RuntimeError",
    message:
      "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!",
    line: 5,
  }),
);

type Diagnosed = Extract<Verdict, { kind: "diagnosed" }>;

function bodyOf(verdict: Diagnosed, extraction: Extraction, locale: Locale = "en"): string {
  const comment = renderComment(verdict, extraction, { locale, labels: decideLabels(verdict) });
  expect(parseMarker(comment)?.knownError).toBe(verdict.matches[0].knownError.id);
  return comment.slice(comment.indexOf("\n") + 1);
}

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8").trimEnd();
}

describe("a whole comment", () => {
  it("in English, from a torchrun log", () => {
    expect(bodyOf(sampleVerdict(distributed), torchrun)).toBe(
      fixture("torchrun-device-map.en.txt"),
    );
  });

  it("in Chinese, from a message only", () => {
    expect(bodyOf(sampleVerdict(sameDevice), messageOnly, "zh")).toBe(
      fixture("same-device.zh.txt"),
    );
  });
});

describe("two matches", () => {
  const bent = sampleKnownError({
    id: "sample/bent",
    title: "The axle is bent",
    root_cause: "It hit a curb.",
    workarounds: ["A", "B", "C"].map((action) => ({ action })),
    transition_graph: {
      frequently_confused_with: [
        {
          id: "huggingface/accelerate-multi-gpu-device-map-conflict",
          how_to_tell: "That one has no wheels",
        },
      ],
    },
  });

  it("of different reports: the second one shortly", () => {
    const two = sampleExtraction(...torchrun.reports, sampleReport({ line: 90 }));
    const evidence: Match["evidence"] = [{ kind: "wording", line: 90, text: "x", weight: 1 }];
    const second = { ...distributed, knownError: bent, report: 1, evidence };
    const body = bodyOf(sampleVerdict(distributed, second), two);
    expect(body.split("\n\n").filter((paragraph) => !paragraph.startsWith("**What does"))).toEqual(
      expect.arrayContaining([
        "#### Also in this issue: The axle is bent",
        "> `ValueError: the wheel is on the wrong axle` (line 90)",
        "**Why.** It hit a curb.",
        "**What works**\n1. A.\n2. B.",
      ]),
    );
  });

  it("that compete: the line once, and how to tell them apart", () => {
    const second = { ...distributed, knownError: bent };
    const body = bodyOf({ ...sampleVerdict(distributed, second), competing: true }, torchrun);
    expect(body.match(/^#+ .*$/gm)).toEqual([
      "### Two known errors fit this report equally well",
      '#### `device_map="auto"` and distributed training exclude each other',
      "#### The axle is bent",
    ]);
    expect(body.match(/^> /gm)).toHaveLength(1);
    expect(body).toContain(
      '**How to tell them apart**\n- `device_map="auto"` and distributed training exclude each other: that one has no wheels.\n\n',
    );
    expect(body).toContain("Suggested label: `error: config`");
  });
});

describe("what is not known is not said", () => {
  it("no figure of an unchecked known error", () => {
    const knownError = sampleKnownError({
      verification_tier: "ai_generated",
      confidence: 0.86,
      fix_success_rate: 0.92,
      evidence_count: 1,
      first_seen: "2023-05-10",
      workarounds: [{ action: "Swap the wheels", success_rate: 0.95 }],
      dead_ends: [{ action: "Push", why_fails: "It is stuck", fail_rate: 0.8 }],
    });
    const body = bodyOf(
      sampleVerdict(sampleMatch({ knownError })),
      sampleExtraction(sampleReport()),
    );
    expect(body).not.toMatch(/0\.\d|\d ?%|20\d\d/);
    expect(body).toContain("written by a language model and nobody has checked it yet");
  });

  it("without a title: the first sentence of the signature", () => {
    const signature =
      "RuntimeError: device_map='auto' is not supported when using Trainer *here*. Please set it to None.";
    const body = bodyOf(
      sampleVerdict(sampleMatch({ knownError: sampleKnownError({ signature }) })),
      sampleExtraction(sampleReport()),
    );
    const [headline] = body.split("\n");
    expect(headline).toBe("### `device_map='auto'` is not supported when using Trainer \\*here\\*");
  });

  it("without an error text: that it rests on the description", () => {
    const match = sampleMatch({
      report: null,
      evidence: [{ kind: "symptom", line: 2, text: "it squeaks", weight: 0.7 }],
    });
    const body = bodyOf(sampleVerdict(match), sampleExtraction());
    expect(body).toContain(
      "> `it squeaks` (line 2)\n\nThere is no error text here to compare, so this rests on the description alone.\n\n",
    );
  });
});
