/** Replaces e-mail addresses and the user names in home directory paths. */
export function redactPersonal(text: string): string {
  return redactHomes(redactEmails(text));
}

/** A Windows user name may hold spaces, but only where the path goes on behind it. */
const windowsHome =
  /([A-Za-z]:[\\/]{1,4}Users[\\/]{1,4})[^\s\\/:*?"<>|]{1,40}(?: [^\\/:*?"<>|\r\n]{1,40}(?=[\\/]))?/gi;
const unixHome = /(\/(?:home|Users)\/)[^/\s"'`:;,()<>|*\\]+/g;

function redactHomes(text: string): string {
  return text.replace(windowsHome, "$1***").replace(unixHome, "$1***");
}

/** Longest parts of an address that are looked at, in characters (RFC 5321, 4.5.3.1). */
const localLength = 64;
const domainLength = 255;

function redactEmails(text: string): string {
  let redacted = "";
  let position = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const start = startOfLocal(text, at, position);
    const end = endOfDomain(text, at + 1);
    if (start === at || !isDomain(text.slice(at + 1, end))) continue;
    redacted += `${text.slice(position, start)}***@***`;
    position = end;
  }
  return redacted + text.slice(position);
}

function startOfLocal(text: string, at: number, floor: number): number {
  let start = at;
  const lowest = Math.max(floor, at - localLength);
  while (start > lowest && /[A-Za-z0-9._%+-]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function endOfDomain(text: string, from: number): number {
  let end = from;
  while (end < from + domainLength && /[A-Za-z0-9.-]/.test(text.charAt(end))) end += 1;
  while (end > from && /[.-]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** A host with a dot and an alphabetic end: `package@2.5.8` is a version, no address. */
function isDomain(host: string): boolean {
  const last = host.slice(host.lastIndexOf(".") + 1);
  return host.includes(".") && !host.startsWith(".") && /^[A-Za-z]{2,24}$/.test(last);
}
