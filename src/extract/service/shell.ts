import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/** Complaints of shells, named at the line's start or known by their wording: bash, zsh, dash, fish, cmd. */
export const shell: Family = {
  name: "shell",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 8 || line.text.length > 600) return null;
    if (line.container === "title" || line.container === "heading") return null;
    const message = line.text.trim();
    if (!isShellComplaint(message) && !(isVerbatim(line) && isUnnamed(message))) return null;
    const { draft, next } = singleLineReading(lines, at, {
      type: null,
      message,
      kind: "line",
      language: "shell",
    });
    const below = lines[next];
    if (draft === null || below === undefined || !isSecondLine(below.text)) return { draft, next };
    const fullMessage = `${message}\n${below.text.trim()}`;
    return { draft: { ...draft, fullMessage, lastLine: below.line }, next: next + 1 };
  },
};

/** cmd breaks its sentence in two. */
function isSecondLine(text: string): boolean {
  return text.trim() === "operable program or batch file." || text.trim() === "或批处理文件。";
}

/** True for a complaint that no one would write by hand: it begins with a shell's name or a quoted command. */
export function isShellComplaint(text: string): boolean {
  const colon = text.indexOf(": ");
  if (colon > 1 && colon < 200 && "h]".includes(text.charAt(colon - 1)))
    return isShell(text.slice(0, colon)) && isFailure(text.slice(colon + 2));
  return (
    (text.startsWith("'") || text.startsWith('"')) &&
    (text.includes("is not recognized as an internal or external command") ||
      text.includes("不是内部或外部命令"))
  );
}

function isUnnamed(text: string): boolean {
  return text.length < 90 && sentences.has(text.replace(/[.。]$/, ""));
}

/** What cmd prints when it cannot do as told; https://learn.microsoft.com/windows/win32/debug/system-error-codes */
const sentences = new Set([
  "The system cannot find the path specified",
  "The system cannot find the file specified",
  "The system cannot find the drive specified",
  "The system cannot execute the specified program",
  "The syntax of the command is incorrect",
  "The filename, directory name, or volume label syntax is incorrect",
  "The process cannot access the file because it is being used by another process",
  "The parameter is incorrect",
  "Access is denied",
  "系统找不到指定的路径",
  "系统找不到指定的文件",
  "系统找不到指定的驱动器",
  "系统无法执行指定的程序",
  "文件名、目录名或卷标语法不正确",
  "命令语法不正确",
  "另一个程序正在使用此文件，进程无法访问",
  "参数错误",
  "拒绝访问",
]);

/** `bash`, `-bash`, `/bin/sh`, `zsh`, `./run.sh`, `fish`, in front of which BusyBox and make print nothing. */
function isShell(program: string): boolean {
  return /^(?:-?(?:\/\w+)*\/?(?:ba|z|da|k|mk|a|fi|c|tc)?sh|[\w./~-]{1,150}\.sh)(?:\[\d{1,6}\])?$/.test(
    program,
  );
}

const failures =
  /command not found|not found$|[Nn]o such file or directory|Permission denied|syntax error|unexpected (?:EOF|end of file|token|operator)|[Uu]nknown command|unbound variable|parameter not set|bad substitution|ambiguous redirect|event not found|not a valid identifier|cannot execute|Exec format error|Is a directory|too many arguments|operator expected|integer expression expected|value too great for base|division by 0|[Ii]llegal option|invalid option|no matches found|parse error|bad interpreter|cannot (?:open|create|overwrite|change)|can't (?:open|cd|create)|fork: |readonly variable|missing `|not a terminal|Argument list too long|out of memory|未找到命令|没有那个文件|权限不够|Kommando nicht gefunden|Befehl nicht gefunden|commande introuvable|orden no encontrada|команда не найдена|コマンドが見つかりません/;

function isFailure(words: string): boolean {
  return failures.test(words) && !/^(?:warning|note)\b/i.test(words);
}
