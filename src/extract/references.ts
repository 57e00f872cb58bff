import type { Region } from "./text/regions.ts";

/** A file that the issue links to and that GitHub itself keeps: a text attached to the issue, or a gist. */
export interface Reference {
  kind: "attachment" | "gist";
  /** Where its text is served (a gist's page is turned into that of its raw text). */
  url: string;
  /** Name of the file, or the gist's id. */
  name: string;
  /** 1-based line of the issue text. */
  line: number;
}

/** References that are kept. */
const mostReferences = 10;

/** Characters of one line that are searched. */
const searched = 4_000;

/**
 * The attached `.txt` and `.log` files and the gists that the issue links to, outside code: files of
 * repositories and of other hosts are none. Nothing is fetched here.
 */
export function referencesOf(lines: readonly string[], regions: readonly Region[]): Reference[] {
  const references = new Map<string, Reference>();
  for (const [index, written] of lines.entries()) {
    const container = regions[index]?.container;
    if (container === "fence" || container === "comment" || !written.includes("https://")) continue;
    for (const reference of referencesOn(written.slice(0, searched), index + 1)) {
      if (references.size < mostReferences && !references.has(reference.url))
        references.set(reference.url, reference);
    }
  }
  return [...references.values()];
}

function referencesOn(text: string, line: number): Reference[] {
  const found: Reference[] = [];
  for (const { 0: url } of text.matchAll(/https:\/\/[a-z.]{1,40}\/[^\s()<>[\]"'`|]{1,400}/g)) {
    const reference = attachmentAt(url) ?? gistAt(url);
    if (reference !== null) found.push({ ...reference, line });
  }
  return found;
}

/** `github.com/user-attachments/files/1/a.log`, and until 2024 `github.com/owner/repo/files/1/a.log`. */
function attachmentAt(url: string): Omit<Reference, "line"> | null {
  const name =
    /^https:\/\/github\.com\/(?:user-attachments|[\w-]{1,40}\/[\w.-]{1,100})\/files\/\d{1,20}\/([\w.%~+-]{1,200}\.(?:txt|log))$/i.exec(
      url.replace(/[.,;:!?]$/, ""),
    )?.[1];
  return name === undefined
    ? null
    : { kind: "attachment", url: url.replace(/[.,;:!?]$/, ""), name };
}

/** `gist.github.com/user/id`, with a revision or a file behind it, and the raw text's own address. */
function gistAt(url: string): Omit<Reference, "line"> | null {
  const found =
    /^https:\/\/gist\.github(?:usercontent)?\.com\/([\w-]{1,40})\/([0-9a-f]{20,40})(?![0-9a-z])/i.exec(
      url,
    );
  if (found === null) return null;
  const [, owner = "", id = ""] = found;
  return { kind: "gist", url: `https://gist.githubusercontent.com/${owner}/${id}/raw`, name: id };
}
