import type { ToolLine } from "./tool-line.ts";

/** git: `fatal: not a git repository`, `CONFLICT (content): Merge conflict in x`; https://github.com/git/git/tree/master/po */
export function readGitLine(text: string): ToolLine | null {
  if (text.startsWith("fatal: ")) return readFatal(text.slice("fatal: ".length));
  if (text.startsWith("CONFLICT (")) return readConflict(text);
  if (text.startsWith("remote: ")) return readGitLine(text.slice("remote: ".length).trim());
  if (text.startsWith("error: failed to push some refs to "))
    return { type: "error", message: text.slice("error: ".length) };
  if (text.startsWith("error: RPC failed; "))
    return { type: "error", message: text.slice("error: ".length) };
  return null;
}

const causes =
  /^(?:not a git repository|unable to access|could not read|Could not read from remote|Authentication failed|repository '|refusing to|remote error|ambiguous argument|bad object|bad revision|couldn't find remote ref|destination path|early EOF|index-pack failed|fetch-pack|protocol error|the remote end hung up|unsafe repository|detected dubious ownership|Need to specify how|A branch named|a branch named|invalid reference|pathspec|unable to|cannot |Could not |You have not concluded|No configured push destination|The current branch|loose object|unknown option|invalid|no such|Unable to|Out of memory|Exiting because|Not possible to fast-forward|in unpopulated submodule|unrecognized|your current branch)/;

/** git's own words; other tools print `fatal:` as well, whose lines the log's family reads. */
function readFatal(message: string): ToolLine | null {
  return causes.test(message) ? { type: "fatal", message } : null;
}

function readConflict(text: string): ToolLine | null {
  const found = /^(CONFLICT \([\w/ -]{2,40}\)): (?=\S)/.exec(text);
  return found === null ? null : { type: found[1] ?? "", message: text.slice(found[0].length) };
}
