import { readFile } from "node:fs/promises";
import { people } from "./github-emulator.ts";
import type { EmulatedComment, GitHubEmulator, Person } from "./github-emulator.ts";
import type { RunningSignpost } from "./running-signpost.ts";

/** One thing that happens on a day, and what the bot did. */
export interface Step {
  /** What a person did. */
  title: string;
  /** What must follow, in words. */
  expected: string;
  happened: boolean;
  /** Comments of the bot that this step brought, as Markdown. */
  posted: string[];
  /** Other traces: labels and reactions. */
  traces: string[];
}

const botLogin = "signpost[bot]";
/** Longest wait for one answer, in milliseconds; a warm server answers within a second. */
const patience = 20_000;

/**
 * Plays a day of a busy repository over signed webhooks, one step after the other, and tells what
 * came of each. Never throws for what the bot did not do: `happened` says so.
 */
export async function* playDay(
  github: GitHubEmulator,
  signpost: RunningSignpost,
): AsyncGenerator<Step> {
  const english = await open(github, people.reporter, "torchrun-device-map");
  const first = await until(() => botComments(github, english));
  yield {
    title: `${people.reporter} opens "${english.title}"`,
    expected: "one comment that names the device_map conflict and suggests or applies its label",
    happened: includes(first, "huggingface/accelerate-multi-gpu-device-map-conflict"),
    posted: first,
    traces: labelTrace(await github.labels(english.number)),
  };

  const chinese = await open(github, people.reporterZh, "qlora-devices-zh");
  const second = await until(() => botComments(github, chinese));
  yield {
    title: `${people.reporterZh} opens "${chinese.title}"`,
    expected: "one comment in Chinese that names the PEFT device mismatch",
    happened:
      includes(second, "huggingface/peft-tensors-on-different-devices") &&
      includes(second, "有效的做法"),
    posted: second,
    traces: labelTrace(await github.labels(chinese.number)),
  };

  const hang = await open(github, people.reporter, "generation-hangs");
  const asked = await github.comment(people.reporter, hang.number, "/diagnose");
  const third = await until(() => botComments(github, hang));
  const thumb = await until(() => Promise.resolve(github.reactions(asked)), isSettled);
  yield {
    title: `${people.reporter} opens "${hang.title}" (no error text) and asks with /diagnose`,
    expected: "eyes, a comment on generation that hangs, thumbs up",
    happened:
      includes(third, "huggingface/generation-hangs-device-map-auto") && thumb.includes("+1"),
    posted: third,
    traces: [`reactions to the comment: ${thumb.join(", ")}`],
  };

  const feature = await open(github, people.reporter, "feature-request");
  const ended = await until(() => Promise.resolve(outcomes(signpost, feature)));
  const silence = await botComments(github, feature);
  yield {
    title: `${people.reporter} opens "${feature.title}"`,
    expected: "silence: the job ends, no comment, no label",
    happened:
      ended.join() === "silent" &&
      silence.length === 0 &&
      (await github.labels(feature.number)).length === 0,
    posted: silence,
    traces: [`the job ended: ${ended.join(", ")}`],
  };

  const applied = await github.comment(people.triager, hang.number, "/diagnose apply");
  const applause = await until(() => Promise.resolve(github.reactions(applied)), isSettled);
  const labels = await github.labels(hang.number);
  yield {
    title: `${people.triager}, who triages, writes /diagnose apply on #${hang.number}`,
    expected: "the suggested label is on the issue, thumbs up",
    happened: applause.includes("+1") && labels.some((label) => label.startsWith("error: ")),
    posted: [],
    traces: [`reactions to the comment: ${applause.join(", ")}`, ...labelTrace(labels)],
  };

  const before = await github.labels(english.number);
  const refused = await github.comment(people.stranger, english.number, "/diagnose apply");
  const refusal = await until(() => Promise.resolve(github.reactions(refused)), isSettled);
  await until(
    () => Promise.resolve(outcomes(signpost, english)),
    (ends) => ends.length > 1,
  );
  const after = await github.labels(english.number);
  yield {
    title: `${people.stranger}, a stranger, writes /diagnose apply on #${english.number}`,
    expected: "refused with a confused reaction, no label",
    happened:
      refusal.includes("confused") && !refusal.includes("+1") && after.join() === before.join(),
    posted: (await botComments(github, english)).slice(first.length),
    traces: [`reactions to the comment: ${refusal.join(", ")}`],
  };

  const failed = github.deliveries.filter((delivery) => delivery.status >= 300);
  yield {
    title: "At the end of the day",
    expected: "every webhook was answered 2xx and each issue has at most one diagnosis",
    happened:
      failed.length === 0 &&
      (await botComments(github, english)).filter(isSticky).length === 1 &&
      (await botComments(github, hang)).filter(isSticky).length === 1,
    posted: [],
    traces: [`${github.deliveries.length} webhooks delivered`],
  };
}

/** How the jobs of an issue ended so far. */
function outcomes(signpost: RunningSignpost, issue: OpenedIssue): string[] {
  return signpost
    .jobs()
    .filter((job) => job.issue === issue.number)
    .map((job) => job.outcome.kind);
}

interface OpenedIssue {
  number: number;
  title: string;
}

async function open(github: GitHubEmulator, person: Person, fixture: string): Promise<OpenedIssue> {
  const { title, body } = await readIssue(fixture);
  return { number: await github.openIssue(person, { title, body }), title };
}

/** An issue of `test/fixtures/issues`: title, empty line, body. */
export async function readIssue(fixture: string): Promise<{ title: string; body: string }> {
  const file = new URL(`../fixtures/issues/${fixture}.md`, import.meta.url);
  const text = await readFile(file, "utf8");
  const end = text.indexOf("\n");
  return { title: text.slice(0, end), body: text.slice(end + 1).trimStart() };
}

async function botComments(github: GitHubEmulator, issue: { number: number }): Promise<string[]> {
  const comments: EmulatedComment[] = await github.comments(issue.number);
  return comments
    .filter((comment) => comment.user.login === botLogin)
    .map((comment) => comment.body);
}

function isSticky(body: string): boolean {
  return body.startsWith("<!-- signpost:");
}

function includes(bodies: string[], text: string): boolean {
  return bodies.length === 1 && bodies.some((body) => body.includes(text));
}

function isSettled(reactions: string[]): boolean {
  return reactions.includes("+1") || reactions.includes("confused");
}

function labelTrace(labels: string[]): string[] {
  return labels.length === 0 ? [] : [`labels on the issue: ${labels.join(", ")}`];
}

/** Reads again until `enough`, or patience is at an end; gives what it read last. */
async function until(
  read: () => Promise<string[]>,
  enough: (values: string[]) => boolean = (values) => values.length > 0,
): Promise<string[]> {
  const deadline = Date.now() + patience;
  let values = await read();
  while (!enough(values) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    values = await read();
  }
  return values;
}
