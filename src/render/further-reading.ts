import { link, safeUrl } from "./link.ts";
import type { Phrases } from "./phrases.ts";
import type { SectionContext } from "./section-context.ts";

/** Most reports elsewhere that are linked. */
const mostReports = 3;

/** Links to the documentation, to reports elsewhere and to the library's source, separated by dots. */
export function furtherReading({ match, phrases }: SectionContext): string {
  const { official_doc_url: documentation, sources } = match.knownError;
  const reports: string[] = [];
  const places: string[] = [];
  const pages: string[] = [];
  if (documentation) addUrl(pages, documentation);
  for (const source of sources) {
    const place = sourceUrl(source);
    if (place !== null) places.push(place);
    else if (isReport(source)) addUrl(reports, source);
    else if (isDocumentation(source)) addUrl(pages, source);
  }
  return [
    ...pages.slice(0, 1).map((url) => link(phrases.documentation, url)),
    ...places.slice(0, 1).map((url) => link(phrases.source, url)),
    ...reportLinks(reports, phrases),
  ].join(" · ");
}

function reportLinks(reports: string[], phrases: Phrases): string[] {
  return reports.length === 0 ? [] : [phrases.seenElsewhere(reports.slice(0, mostReports))];
}

function addUrl(urls: string[], address: string): void {
  const url = safeUrl(address);
  if (url !== null && !urls.includes(url)) urls.push(url);
}

/** An issue, pull request, discussion or forum thread, by its address. */
function isReport(address: string): boolean {
  return /^https?:\/\/[^/]+\/(?:[^?#]{0,200}\/)?(?:issues|pull|discussions|questions|t)\//.test(
    address,
  );
}

/** A page of documentation, by its address; other pages (news, blogs) are for reviewers. */
function isDocumentation(address: string): boolean {
  return /^https?:\/\/(?:docs?\.|[^/]+\/(?:[^?#]{0,200}\/)?(?:docs?|documentation|manual|reference|guide)\/|[^/]{1,100}\.readthedocs\.io\/)/.test(
    address,
  );
}

/** `owner/repo:path` as the file on GitHub; a line number behind the path is an anchor. */
function sourceUrl(source: string): string | null {
  const found = /^([\w.-]+\/[\w.-]+):([^\s:/][^\s:]*)(?::(\d+))?$/.exec(source);
  if (found === null || isProse(found[2] ?? "")) return null;
  const [, repository = "", path = "", line] = found;
  const anchor = line === undefined ? "" : `#L${line}`;
  return safeUrl(`https://github.com/${repository}/blob/HEAD/${path}${anchor}`);
}

/** Change logs and guides tell of an error, they do not raise it. */
function isProse(path: string): boolean {
  return /\.(?:md|mdx|rst|txt|adoc)$/i.test(path);
}
