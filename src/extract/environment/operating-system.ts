const keys =
  /^(?:os|platform|operating system|os platform|os version|operating system version|os \/ platform|os platform and distribution|system|操作系统|系统|系统版本|操作系统版本|平台|运行平台)$/i;

const names =
  /\b(?:linux|ubuntu|debian|centos|fedora|red ?hat|rhel|rocky|alma|suse|arch|manjaro|alpine|windows|win(?:32|64|7|8|10|11)|wsl2?|mac ?os|os ?x|darwin|freebsd|android)/i;

/** Longest operating system's name that is kept, in characters. */
const longest = 120;

/** Whether a key or heading asks for the operating system (`OS`, `Platform`, `操作系统`). */
export function isOperatingSystemKey(written: string): boolean {
  return keys.test(written.replace(/\([^()]*\)/g, "").trim());
}

/** The operating system on a line `OS: Ubuntu 22.04` or `Platform: Linux-5.15...`, or `null`. */
export function operatingSystemOnLine(line: string): string | null {
  const position = line.indexOf(":");
  if (position < 1 || !isOperatingSystemKey(line.slice(0, position))) return null;
  return operatingSystem(line.slice(position + 1));
}

/** A text that names an operating system, trimmed; `null` for template texts and everything else. */
export function operatingSystem(text: string): string | null {
  const value = text.trim().slice(0, longest).trim();
  return names.test(value) && !/e\.g\.|\[|^such as/i.test(value) ? value : null;
}

/** A short line that is nothing but an operating system's name: `Ubuntu 22.04.3 LTS`. */
export function isOperatingSystemAlone(line: string): boolean {
  const words = line.split(" ");
  const starts = names.exec(line)?.index === 0;
  return starts && words.length <= 4 && /^[\w .()/-]*\d[\w .()/-]*$/.test(line);
}
