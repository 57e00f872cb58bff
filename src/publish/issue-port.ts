import type { CategoryLabel } from "../knowledge/category.ts";

/** An issue as it stands now. */
export interface Issue {
  title: string;
  body: string;
  /** Login of the author; `null` when the account is deleted. */
  author: string | null;
  writtenByBot: boolean;
  open: boolean;
  locked: boolean;
  isPullRequest: boolean;
  labels: string[];
}

/** What happened to the issue before. */
export interface History {
  /** Labels that anyone but us took off. */
  removedLabels: string[];
  /** True when the issue came from another repository; GitHub announces it as opened. */
  transferred: boolean;
}

/** A comment of the bot's own. */
export interface OwnComment {
  id: number;
  body: string;
}

/** GitHub's standard roles in a repository, weakest first. */
export const roles = ["none", "read", "triage", "write", "maintain", "admin"] as const;

export type Role = (typeof roles)[number];

/** Reactions the bot uses: taken up, done, could not. */
export type Reaction = "eyes" | "+1" | "confused";

/**
 * The few calls to GitHub that the bot makes, bound to one issue of one repository.
 * Every call throws `Refused` when GitHub will not, and `RetryLater` at a rate limit.
 */
export interface IssuePort {
  readIssue(): Promise<Issue>;
  readHistory(): Promise<History>;
  /** The bot's own comments on the issue, oldest first. */
  listOwnComments(): Promise<OwnComment[]>;
  /** Body of any comment of the repository. */
  readComment(comment: number): Promise<string>;
  /** Posts once and gives the id: after a lost answer it is looked for by its first line, the marker. */
  createComment(body: string): Promise<number>;
  updateComment(comment: number, body: string): Promise<void>;
  /** The repository's own spelling of a label, `null` when it has none of that name. */
  findLabel(name: string): Promise<string | null>;
  createLabel(label: CategoryLabel): Promise<void>;
  addLabels(names: string[]): Promise<void>;
  react(comment: number, reaction: Reaction): Promise<void>;
  /** Role of a person in the repository; a custom role counts as the standard one it builds on. */
  readRole(login: string): Promise<Role>;
}
