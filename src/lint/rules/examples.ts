import { diagnosedIds } from "../collection.ts";
import type { Rule } from "../rule.ts";

/** Examples that a known error has at least of each kind. */
const leastExamples = 2;

/** Without examples nobody knows whether a known error works. */
export const examplesGiven: Rule = {
  name: "examples-given",
  own: "error",
  foreign: null,
  check: ({ knownError: { examples } }) =>
    (["matches", "near_misses"] as const).flatMap((field) => {
      if (examples[field].length >= leastExamples) return [];
      const message = `${examples[field].length} examples, fewer than ${leastExamples}`;
      const mend = "Add texts of issues as people write them, each in its own shape";
      return [{ path: ["examples", field], message, mend }];
    }),
};

/** Each example that must be diagnosed as this known error is, before any other. */
export const examplesMatch: Rule = {
  name: "examples-match",
  own: "error",
  foreign: "error",
  check: ({ knownError: { id, examples, symptoms, symptoms_zh } }, { knowledge }) => {
    // What has symptoms only answers when a person asks, and is tried that way too.
    const mayAsk = symptoms.length + symptoms_zh.length > 0;
    return examples.matches.flatMap((text, index) => {
      const [unasked] = diagnosedIds(text, knowledge, false);
      const first =
        unasked === undefined && mayAsk ? diagnosedIds(text, knowledge, true)[0] : unasked;
      if (first === id) return [];
      const message = first === undefined ? "it is not diagnosed" : `it is diagnosed as ${first}`;
      const mend = "Correct the wordings or the example; see `signpost diagnose FILE --json`";
      return [{ path: ["examples", "matches", index], message, mend }];
    });
  },
};

/** No near miss is taken, not even when somebody asks. */
export const examplesMiss: Rule = {
  name: "examples-miss",
  own: "error",
  foreign: "error",
  check: ({ knownError: { id, examples } }, { knowledge }) =>
    examples.near_misses.flatMap((text, index) => {
      if (!diagnosedIds(text, knowledge, true).includes(id)) return [];
      const path = ["examples", "near_misses", index];
      const mend = "Make the wordings narrower: more of the message's own words";
      return [{ path, message: "it is diagnosed as this known error", mend }];
    }),
};

/** Ordinary writing gets no diagnosis. */
export const proseSilent: Rule = {
  name: "prose-silent",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { id, symptoms } }, { proseTaken }) => {
    const text = proseTaken.get(id);
    if (text === undefined) return [];
    const path = [symptoms.length > 0 ? "symptoms" : "signature"];
    const message = `it answers to ordinary text: ${JSON.stringify(text.slice(0, 80))}`;
    return [{ path, message, mend: "Make its wordings and symptoms more specific" }];
  },
};
