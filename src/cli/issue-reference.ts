/** An issue by name. */
export interface IssueReference {
  /** Host of the URL that was given, `null` for `owner/repo#123`. */
  host: string | null;
  owner: string;
  repo: string;
  number: number;
}

const short = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([\w.-]+)#(\d{1,10})$/;

const pathname = /^(?:\/.*)?\/([A-Za-z0-9][A-Za-z0-9-]*)\/([\w.-]+)\/issues\/(\d{1,10})\/?$/;

/** Reads `owner/repo#123` or the URL of an issue on any host; `null` for anything else. */
export function parseIssueReference(text: string): IssueReference | null {
  const named = short.exec(text);
  if (named) return toReference(null, named);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return null;
  const found = pathname.exec(url.pathname);
  return found && toReference(url.host, found);
}

/** `owner/repo#123`. */
export function formatIssueReference({ owner, repo, number }: IssueReference): string {
  return `${owner}/${repo}#${number}`;
}

function toReference(host: string | null, match: RegExpExecArray): IssueReference {
  const [, owner = "", repo = "", number = ""] = match;
  return { host, owner, repo, number: Number(number) };
}
