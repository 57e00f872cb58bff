import { expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { fenced } from "./told.ts";

it("names the line on which the calls first run through each package", () => {
  const text = fenced(
    "Traceback (most recent call last):",
    '  File "train.py", line 9, in <module>',
    '  File "/venv/lib/python3.11/site-packages/trl/trainer/sft_trainer.py", line 361, in train',
    '  File "/venv/lib/python3.11/site-packages/peft/peft_model.py", line 1719, in forward',
    '  File "/venv/lib/python3.11/site-packages/peft/tuners/lora/layer.py", line 509, in forward',
    "RuntimeError: no",
  );
  expect(extract(text).packageLines.map(({ report, name, line }) => [report, name, line])).toEqual([
    [0, "trl", 4],
    [0, "peft", 5],
  ]);
});
