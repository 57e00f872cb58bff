import { fetchAttachments } from "../attachment/fetch-attachments.ts";
import { UserError } from "../errors.ts";
import type { JobDependencies } from "../job/job-dependencies.ts";
import type { CliIo } from "./cli-io.ts";
import { terminalText } from "./terminal-text.ts";

type FetchAttachments = JobDependencies["fetchAttachments"];

/** Reads what an issue on GitHub links to, unless `ATTACHMENTS` is `off`; says what cannot be had. */
export function attachmentsFor(io: CliIo): FetchAttachments {
  const wanted = io.env["ATTACHMENTS"] || "on";
  if (wanted === "off") return nothingAttached;
  if (wanted !== "on") throw new UserError(`ATTACHMENTS is on or off, not "${wanted}"`);
  return async (references) => {
    const { attachments, missing } = await fetchAttachments(references);
    for (const { name, reason } of missing)
      io.stderr.write(terminalText(`${name} was not read: ${reason}\n`));
    return attachments;
  };
}

/** For texts that stand in a file: what they link to stays where it is. */
export function nothingAttached(): Promise<[]> {
  return Promise.resolve([]);
}
