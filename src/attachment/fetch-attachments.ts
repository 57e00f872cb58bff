import type { Attachment } from "../extract/attachment.ts";
import type { Reference } from "../extract/references.ts";
import { decodeText } from "./decode-text.ts";

/** Files that are read of one issue. */
const mostFiles = 3;

/** Bytes that are read of one file; GitHub takes 25 MB for an attachment, an error stands in less. */
const mostBytes = 2 * 1024 * 1024;

/** Milliseconds for all files of one issue. */
const patience = 10_000;

/** Redirects that are followed for one file. */
const mostRedirects = 3;

/** Hosts on which GitHub itself keeps attached files and gists; nothing else is asked. */
const hosts = new Set([
  "github.com",
  "gist.github.com",
  "gist.githubusercontent.com",
  "objects.githubusercontent.com",
  "github-production-user-asset-6210df.s3.amazonaws.com",
  "github-production-repository-file-5c1aeb.s3.amazonaws.com",
]);

/** A file that could not be had, and why. */
export interface MissingAttachment {
  name: string;
  reason: string;
}

/** What came of the references: texts, and what could not be had. */
export interface FetchedAttachments {
  attachments: Attachment[];
  missing: MissingAttachment[];
}

/**
 * Fetches the files an issue refers to, without credentials, so that only what anyone may read is
 * read. Throws nothing: what cannot be had is missing.
 */
export async function fetchAttachments(
  references: readonly Reference[],
): Promise<FetchedAttachments> {
  const signal = AbortSignal.timeout(patience);
  const outcomes = await Promise.all(
    references.slice(0, mostFiles).map((reference) => fetchOne(reference, signal)),
  );
  return {
    attachments: outcomes.flatMap((outcome) => ("text" in outcome ? [outcome] : [])),
    missing: outcomes.flatMap((outcome) => ("reason" in outcome ? [outcome] : [])),
  };
}

async function fetchOne(
  { url, name }: Reference,
  signal: AbortSignal,
): Promise<Attachment | MissingAttachment> {
  try {
    const response = await follow(url, signal);
    if (!response.ok) return { name, reason: `status ${response.status}` };
    const text = decodeText(await firstBytes(response));
    return text === null ? { name, reason: "not a text" } : { name, text };
  } catch (error) {
    return { name, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks for a file and goes on to where GitHub sends on, as long as that is one of its own hosts. */
async function follow(start: string, signal: AbortSignal): Promise<Response> {
  let url = new URL(start);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (url.protocol !== "https:" || url.port !== "" || !hosts.has(url.hostname))
      throw new Error(`${url.hostname} is not a host of GitHub's files`);
    const response = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { accept: "text/plain", "user-agent": "signpost" },
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw new Error(`more than ${mostRedirects} redirects`);
}

async function firstBytes({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
}
