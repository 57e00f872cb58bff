import { parseArgs, styleText } from "node:util";
import { playDay } from "./day.ts";
import type { Step } from "./day.ts";
import { people, startGitHubEmulator } from "./github-emulator.ts";
import type { GitHubEmulator } from "./github-emulator.ts";
import { startSignpost } from "./running-signpost.ts";

const usage = `Usage: npm run demo [-- --keep]

Plays a day of an emulated repository against the real server: issues, commands, a stranger. Needs
no credentials and no network. Exits 0 only if everything that should happen did.

  --keep   stays up afterwards and prints how to open an issue of your own with curl
  --help   shows this text`;

/** Runs the demo; the exit code is 0 only if every step of the day happened. */
export async function main(argv: string[]): Promise<number> {
  let options: { keep?: boolean; help?: boolean };
  try {
    options = parseArgs({
      args: argv,
      options: { keep: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (options.help === true) {
    console.log(usage);
    return 0;
  }
  return play(options.keep === true);
}

async function play(keep: boolean): Promise<number> {
  const start = Date.now();
  say("Starting an emulated GitHub and the real server on an embedded database ...");
  const github = await startGitHubEmulator();
  const signpost = await startSignpost(github);
  say(`Up after ${seconds(start)} with ${signpost.knownErrors} known errors.`);
  const missed: string[] = [];
  for await (const step of playDay(github, signpost)) {
    show(step);
    if (!step.happened) missed.push(step.title);
  }
  say(
    missed.length === 0
      ? `\n${mark(true)} Everything happened as it should, in ${seconds(start)}.`
      : `\n${mark(false)} ${missed.length} of the steps did not happen:\n  ${missed.join("\n  ")}`,
  );
  if (keep) await stayUp(github);
  await signpost.close();
  await github.close();
  return missed.length === 0 ? 0 : 1;
}

function show({ title, expected, happened, posted, traces }: Step): void {
  say(`\n${styleText("bold", title)}`);
  say(`${mark(happened)} ${expected}`);
  for (const body of posted) say(indent(body));
  for (const trace of traces) say(`  · ${trace}`);
}

/** A comment as a reader sees it: without the hidden marker. */
function indent(body: string): string {
  return body
    .split("\n")
    .filter((line) => !line.startsWith("<!--"))
    .map((line) => `  │ ${line}`)
    .join("\n");
}

async function stayUp(github: GitHubEmulator): Promise<void> {
  const { owner, name } = github.repository;
  const issues = `${github.url}/repos/${owner}/${name}/issues`;
  const authorization = `Authorization: Bearer token-of-${people.reporter}`;
  say(`
The server stays up; Ctrl-C ends it. Open an issue:

  curl -s ${issues} -H "${authorization}" \\
    -d '{"title":"Training fails","body":"\`\`\`\\nValueError: You can not ...\\n\`\`\`"}'

Then read what Signpost answered (7 is the issue's number from the answer above):

  curl -s ${issues}/7/comments -H "${authorization}"`);
  await new Promise((resolve) => process.once("SIGINT", resolve));
}

function mark(happened: boolean): string {
  return happened ? styleText("green", "✓") : styleText("red", "✗");
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function say(text: string): void {
  console.log(text);
}
