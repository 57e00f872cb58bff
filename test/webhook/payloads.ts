/** Fields of a payload that a case changes; `undefined` leaves one out. */
export type Changes = Record<string, unknown>;

const ada = { login: "ada", id: 1, type: "User" };

const issue = {
  id: 501,
  number: 12,
  title: "Training stops",
  body: "RuntimeError: something",
  user: ada,
  author_association: "NONE",
};

const origin = {
  installation: { id: 7, node_id: "x" },
  repository: { id: 42, name: "train", full_name: "octo/train", owner: { login: "octo", id: 2 } },
  sender: ada,
};

/** An account that GitHub marks as a bot. */
export const bot = { login: "renovate[bot]", id: 3, type: "Bot" };

/** `issues.opened` as GitHub sends it, cut to what matters here. */
export function issueOpened(changes: Changes = {}, issueChanges: Changes = {}): object {
  return { action: "opened", ...origin, issue: { ...issue, ...issueChanges }, ...changes };
}

/** `issue_comment.created` as GitHub sends it, cut to what matters here. */
export function commentCreated(commentChanges: Changes = {}, changes: Changes = {}): object {
  const comment = {
    id: 9_000_000_001,
    user: { login: "grace", id: 4, type: "User" },
    body: "/diagnose",
    author_association: "MEMBER",
    ...commentChanges,
  };
  return { action: "created", ...origin, issue, comment, ...changes };
}
