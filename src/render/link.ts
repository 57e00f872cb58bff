/** Paths on github.com whose mention leaves a trace on the other side. */
const referring = /^\/[^/]+\/[^/]+\/(?:issues|pull|discussions|commit)\//;

/** Characters that a URL may keep as they are, but that mean something in Markdown. */
const meaningful = /[()|\\`]/g;

/**
 * A web address as it may stand in a comment: http or https, no user part, and by way of
 * `redirect.github.com` where GitHub would add a backlink to the issue it names; else `null`.
 */
export function safeUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  if (url.username !== "" || url.password !== "") return null;
  const onGitHub = url.hostname === "github.com" || url.hostname === "www.github.com";
  if (onGitHub && referring.test(url.pathname)) url.hostname = "redirect.github.com";
  return url.href.replace(
    meaningful,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A Markdown link; `text` is Markdown that is safe already. */
export function link(text: string, url: string): string {
  return `[${text}](${url})`;
}
