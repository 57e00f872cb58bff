import type { ToolLine } from "./tool-line.ts";

/** curl, wget, ssh, scp, rsync: lines that begin with the tool's name, or words that only it prints. */
export function readNetworkLine(text: string): ToolLine | null {
  const first = text.charAt(0);
  if (!"cwsrfkHPg".includes(first)) return null;
  return isComplaint(text) ? { type: null, message: text } : null;
}

function isComplaint(text: string): boolean {
  if (text.startsWith("curl: (")) return /^curl: \(\d{1,3}\) \S/.test(text);
  if (text.startsWith("wget: "))
    return /^wget: (?:unable|can't|bad|server|error|missing|not|unrec)/.test(text);
  if (text.startsWith("ssh: "))
    return /^ssh: (?:connect to host|Could not resolve|handshake failed)/.test(text);
  if (text.startsWith("rsync"))
    return /^rsync(?: error: |: (?:\[\w+\] )?[^:]{1,200}(?:failed|error|closed|denied))/.test(text);
  if (text.startsWith("scp: ") || text.startsWith("sftp: "))
    return /: (?:[Nn]o such|Permission|not a|failed|Connection)/.test(text);
  if (text.startsWith("fetch: ") || text.startsWith("ftp: "))
    return /: (?:[Uu]nknown|[Cc]onnect|[Nn]o |[Nn]ot )/.test(text);
  if (text.startsWith("kex_exchange_identification: ")) return true;
  if (text.startsWith("Host key verification failed")) return text.length < 40;
  return /^(?:Permission denied \([\w,-]{3,80}\)\.?|git@[\w.-]{1,80}: Permission denied \([\w,-]{3,80}\)\.?)$/.test(
    text,
  );
}
