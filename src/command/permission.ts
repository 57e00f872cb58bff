import type { Command } from "./command.ts";
import { verbs } from "./verbs.ts";

/** Who wrote a command, as far as permissions go. */
export interface Actor {
  /** `author_association` of the comment. */
  association: string;
  isIssueAuthor: boolean;
  /** Reads the person's role in the repository; called only for commands that write. */
  role: () => Promise<string>;
}

const readers = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
/** GitHub's built-in roles that may label issues. */
const writers = new Set(["triage", "write", "maintain", "admin"]);

/**
 * Whether a person may use a command: reading ones are for the issue's author and for people of the
 * repository; writing ones for `role_name` triage and up. Throws what `role` throws.
 */
export async function mayUse(command: Command, actor: Actor): Promise<boolean> {
  const access = command.verb === "unknown" ? "read" : verbs[command.verb].access;
  if (access === "write") return writers.has(await actor.role());
  return actor.isIssueAuthor || readers.has(actor.association);
}
