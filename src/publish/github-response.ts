import type { History, Issue, Role } from "./issue-port.ts";
import { roles } from "./issue-port.ts";

/** The bot's own account, by which its doings are told from those of others. */
export interface OwnAccount {
  /** Login of the bot user, `<slug>[bot]` for a GitHub App. */
  login: string;
  /** Id of the GitHub App, which stays when the App is renamed; `null` when a plain token is used. */
  appId: number | null;
}

/** Whoever did something; GitHub gives `null` for a deleted account. */
interface Doer {
  user: { login: string } | null | undefined;
  app: { id: number } | null | undefined;
}

interface IssueResponse {
  title: string;
  body?: string | null;
  user: { login: string; type: string } | null;
  state: string;
  locked: boolean;
  pull_request?: object;
  labels: (string | { name?: string })[];
}

interface PermissionResponse {
  permission: string;
  role_name: string;
  user: { permissions?: Record<string, boolean> } | null;
}

/** Whether the bot did it: by login, or by the id of the App, which outlives a new name. */
export function isOwn({ user, app }: Doer, self: OwnAccount): boolean {
  if (user?.login.toLowerCase() === self.login.toLowerCase()) return true;
  return self.appId !== null && app?.id === self.appId;
}

/** Whether an account is a bot's: the type says it, or the ending that no person's login can have. */
export function isBot(account: { login: string; type?: string }): boolean {
  return account.type === "Bot" || account.login.endsWith("[bot]");
}

/** Reads the answer to https://docs.github.com/rest/issues/issues#get-an-issue */
export function toIssue(response: IssueResponse): Issue {
  return {
    title: response.title,
    body: response.body ?? "",
    author: response.user?.login ?? null,
    writtenByBot: response.user !== null && isBot(response.user),
    open: response.state === "open",
    locked: response.locked,
    isPullRequest: response.pull_request !== undefined,
    labels: response.labels.flatMap((label) => {
      const name = typeof label === "string" ? label : label.name;
      return name === undefined ? [] : [name];
    }),
  };
}

/** Reads timeline events, see https://docs.github.com/rest/using-the-rest-api/issue-event-types */
export function toHistory(events: object[], self: OwnAccount): History {
  const removed = new Set<string>();
  let transferred = false;
  for (const event of events as TimelineEvent[]) {
    if (event.event === "transferred") transferred = true;
    if (event.event !== "unlabeled" || event.label === undefined) continue;
    if (isOwn({ user: event.actor, app: event.performed_via_github_app }, self)) continue;
    removed.add(event.label.name);
  }
  return { removedLabels: [...removed], transferred };
}

/** The fields that some of the two dozen kinds of timeline events have. */
interface TimelineEvent {
  event?: string;
  actor?: Doer["user"];
  performed_via_github_app?: Doer["app"];
  label?: { name: string };
}

/**
 * Reads https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 * A custom role has a name of its own and is read from the permission flags.
 */
export function toRole(response: PermissionResponse): Role {
  const named = roles.find((role) => role === response.role_name);
  if (named !== undefined) return named;
  const flags = response.user?.permissions ?? {};
  if (flags["admin"]) return "admin";
  if (flags["maintain"]) return "maintain";
  if (flags["push"]) return "write";
  if (flags["triage"]) return "triage";
  return roles.find((role) => role === response.permission) ?? "none";
}
