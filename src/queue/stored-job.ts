import { z } from "zod";
import type { Job } from "../job/job.ts";

const id = z.number().int().positive();

const origin = {
  delivery: z.string().min(1),
  installation: id,
  repository: z.object({ id, owner: z.string().min(1), name: z.string().min(1) }),
  issue: id,
};

const StoredCommand = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("diagnose") }),
  z.object({ verb: z.literal("apply"), labels: z.array(z.string()) }),
  z.object({ verb: z.literal("explain") }),
  z.object({ verb: z.literal("help") }),
  z.object({ verb: z.literal("unknown"), word: z.string() }),
]);

/** A job as the queue gives it back: an earlier release may have written it. */
export const StoredJob: z.ZodType<Job> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("diagnose_issue"), ...origin }),
  z.object({
    kind: z.literal("answer_comment"),
    ...origin,
    comment: z.object({ id, author: z.string(), association: z.string() }),
    commands: z.array(StoredCommand),
  }),
]);
