import { describe, expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { answer, knownError } from "./hand-built.ts";

const knowledge = compileKnowledge([
  knownError({
    id: "test/model-type",
    signature: "KeyError: 'glm_tiny'",
    regex: "KeyError: '(?P<type>glm_tiny|glm_mini)'",
    packages: ["transformers"],
  }),
  knownError({
    id: "test/no-distutils",
    signature: "ModuleNotFoundError: No module named 'distutils'",
    regex: "No module named 'distutils'",
  }),
  knownError({
    id: "test/invalid-key",
    signature: "_pickle.UnpicklingError: invalid load key, 'v'.",
    exception: ["_pickle.UnpicklingError"],
    packages: ["torch"],
  }),
  knownError({
    id: "test/own-type",
    signature: "trl.TrainerCallbackNotFoundError: ['tensorboard']",
  }),
]);

function answerTo(...lines: string[]): string[] | string {
  const text = lines.join("\n");
  return answer(diagnose(text, knowledge, { locale: "en", requested: false }).verdict);
}

const fence = "```";
const ownCode = [
  fence,
  "Traceback (most recent call last):",
  '  File "/srv/registry/app.py", line 12, in <module>',
  "    model = MODELS[name]",
  "KeyError: 'glm_tiny'",
  fence,
];
const inTransformers = [
  fence,
  "Traceback (most recent call last):",
  '  File "run.py", line 3, in <module>',
  '  File "/opt/venv/lib/python3.10/site-packages/transformers/models/auto/configuration_auto.py", line 1039, in from_pretrained',
  '    config_class = CONFIG_MAPPING[config_dict["model_type"]]',
  "KeyError: 'glm_mini'",
  fence,
];

describe("a message that is next to nothing by itself", () => {
  it.each<[string, string[], string[] | string]>([
    ["out of the reporter's own code", ["Registry fails", "", ...ownCode], "low_confidence"],
    [
      "out of the reporter's own code, with the library merely named",
      ["Registry fails", "", "We do not use transformers here.", "", ...ownCode],
      "low_confidence",
    ],
    ["out of the library", ["Cannot load", "", ...inTransformers], ["test/model-type"]],
    [
      "without calls, where the issue imports the library",
      [
        "Cannot load",
        "",
        `${fence}python`,
        "from transformers import AutoModel",
        fence,
        "",
        "KeyError: 'glm_tiny'",
      ],
      ["test/model-type"],
    ],
    ["without anything beside it", ["Help", "", "KeyError: 'glm_tiny'"], "low_confidence"],
    [
      "that is a whole sentence after all",
      ["Install fails", "", "ModuleNotFoundError: No module named 'distutils'"],
      ["test/no-distutils"],
    ],
    [
      "of a module that many call, out of the reporter's own code",
      [
        "Session is lost",
        "",
        fence,
        "Traceback (most recent call last):",
        '  File "/srv/web/sessions.py", line 40, in load',
        "    return pickle.loads(store.get(key))",
        "_pickle.UnpicklingError: invalid load key, 'v'.",
        fence,
      ],
      "low_confidence",
    ],
    [
      "of a module that many call, where the issue names the library",
      ["torch.load fails", "", fence, "_pickle.UnpicklingError: invalid load key, 'v'.", fence],
      ["test/invalid-key"],
    ],
    [
      "with a type of a library's own",
      ["Training stops", "", fence, "trl.TrainerCallbackNotFoundError: ['wandb']", fence],
      ["test/own-type"],
    ],
  ])("%s", (_name, lines, expected) => {
    expect(answerTo(...lines)).toEqual(expected);
  });
});
