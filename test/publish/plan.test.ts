import { describe, expect, it } from "@jest/globals";
import { categories } from "../../src/knowledge/category.ts";
import type { Action, Existing, Wanted } from "../../src/publish/action.ts";
import { plan } from "../../src/publish/plan.ts";
import { withMarker } from "../../src/render/marker.ts";

const config = categories.config_error;
const device = categories.device_error;
const body = withMarker("hf/one", "The cause");
const standing = { id: 5, body };

const nothing: Existing = {
  comment: null,
  issueLabels: [],
  removedLabels: [],
  repositoryLabels: [],
  locked: false,
};

type Case = [name: string, wanted: Wanted, existing: Partial<Existing>, actions: Action[]];

describe("the comment", () => {
  const wanted = { comment: body, labels: [] };
  const other = withMarker("hf/one", "Another cause");

  it.each<Case>([
    ["is created where there is none", wanted, {}, [{ kind: "create_comment", body }]],
    ["stays when nothing changed", wanted, { comment: standing }, []],
    [
      "stays when only line ends differ",
      wanted,
      { comment: { id: 5, body: body.replaceAll("\n", "\r\n") } },
      [],
    ],
    [
      "is edited when the content changed",
      wanted,
      { comment: { id: 5, body: other } },
      [{ kind: "update_comment", comment: 5, body }],
    ],
    ["is left alone when none is wanted", { comment: null, labels: [] }, { comment: standing }, []],
    ["is not posted on a locked issue", { comment: body, labels: [config] }, { locked: true }, []],
  ])("%s", (_name, wants, existing, actions) => {
    expect(plan(wants, { ...nothing, ...existing })).toEqual(actions);
  });
});

describe("labels", () => {
  const wanted = { comment: null, labels: [config] };
  const add: Action = { kind: "add_labels", labels: [config.name] };

  it.each<Case>([
    [
      "are created in their color before they are added",
      wanted,
      {},
      [{ kind: "create_label", label: config }, add],
    ],
    ["that the repository has are only added", wanted, { repositoryLabels: [config.name] }, [add]],
    [
      "keep the repository's spelling",
      wanted,
      { repositoryLabels: ["Error: Config"] },
      [{ kind: "add_labels", labels: ["Error: Config"] }],
    ],
    ["that the issue has are left", wanted, { issueLabels: ["ERROR: config"] }, []],
    ["that a person removed stay off", wanted, { removedLabels: ["Error: config"] }, []],
    [
      "are added in one call, each once",
      { comment: null, labels: [config, device, config] },
      { repositoryLabels: [config.name] },
      [
        { kind: "create_label", label: device },
        { kind: "add_labels", labels: [config.name, device.name] },
      ],
    ],
    ["of others are never taken off", { comment: null, labels: [] }, { issueLabels: ["bug"] }, []],
    [
      "come after the comment",
      { comment: body, labels: [config] },
      { repositoryLabels: [config.name] },
      [{ kind: "create_comment", body }, add],
    ],
  ])("%s", (_name, wants, existing, actions) => {
    expect(plan(wants, { ...nothing, ...existing })).toEqual(actions);
  });
});
