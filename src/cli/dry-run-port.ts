import { z } from "zod";
import { toIssue } from "../publish/github-response.ts";
import type { IssuePort, Role } from "../publish/issue-port.ts";

/** One thing that would be done on GitHub, and the text that would be posted with it. */
export interface DryStep {
  what: string;
  body: string | null;
}

/** Members of a payload that stand for what would be read from GitHub. */
const Snapshot = z.looseObject({
  issue: z.looseObject({
    title: z.string(),
    body: z.string().nullish(),
    user: z.looseObject({ login: z.string(), type: z.string().default("User") }).nullable(),
    state: z.string().default("open"),
    locked: z.boolean().default(false),
    labels: z.array(z.looseObject({ name: z.string() })).default([]),
  }),
  comment: z
    .looseObject({ body: z.string().nullish(), author_association: z.string().default("NONE") })
    .optional(),
});

/** A port that reads from the payload of a delivery and notes what would be done. */
export interface DryRun {
  port: IssuePort;
  steps: DryStep[];
}

/**
 * Makes the port of a dry run. What a payload does not tell is taken to be empty: earlier comments,
 * labels of the repository, history. Throws on a payload that is not an issue event's.
 */
export function dryRunPort(payload: unknown): DryRun {
  const { issue, comment } = Snapshot.parse(payload);
  const steps: DryStep[] = [];
  const note = (what: string, body: string | null = null): Promise<void> => {
    steps.push({ what, body });
    return Promise.resolve();
  };
  const port: IssuePort = {
    readIssue: async () => toIssue({ ...issue, body: issue.body ?? null }),
    readHistory: async () => ({ removedLabels: [], transferred: false }),
    listOwnComments: async () => [],
    readComment: async () => comment?.body ?? "",
    createComment: async (body) => {
      await note("post a comment", body);
      return steps.length;
    },
    updateComment: (id, body) => note(`edit comment ${id}`, body),
    findLabel: async () => null,
    createLabel: ({ name, color }) => note(`create the label "${name}" (#${color})`),
    addLabels: (names) => note(`add the labels ${names.map((name) => `"${name}"`).join(", ")}`),
    react: (id, reaction) => note(`react to comment ${id} with ${reaction}`),
    readRole: async () => roleOf(comment?.author_association),
  };
  return { port, steps };
}

/** The least role that an association may come with; a payload does not tell the role itself. */
function roleOf(association: string | undefined): Role {
  if (association === "OWNER") return "admin";
  return association === "MEMBER" || association === "COLLABORATOR" ? "triage" : "read";
}
