import type { Language, ReportKind } from "../error-report.ts";

/** An error of a compiler or of a tool of its kind, as one line prints it. */
export interface Diagnostic {
  type: string;
  message: string;
  kind: ReportKind;
  language: Language;
}

/** True for lines that may hold a diagnostic, in whatever language: the cheap question before the others. */
export function maybeDiagnostic(text: string): boolean {
  if (text.includes("rro") || text.startsWith(llvm)) return true;
  return text.length > 8 && foreignWords.test(text);
}

const llvm = "LLVM ERROR: ";
const foreignWords = /rreur|Fehler|[错錯][误誤]|エラー|오류|шибка|fatal|błąd|hata:/;

/**
 * Reads a diagnostic of gcc, clang, MSVC, nvcc, Intel, SWIG or an assembler; those of other languages'
 * compilers have the same forms. Warnings and notes are none.
 */
export function readDiagnostic(written: string): Diagnostic | null {
  const text = withoutBuildMark(written.trim()).slice(0, 2_000);
  return readCoded(text) ?? readPlaced(text) ?? readTool(text) ?? readErrorList(text);
}

/** Visual Studio numbers its projects (`2>`), editors and GitHub Actions mark lines. */
function withoutBuildMark(text: string): string {
  const mark = /^(?:\d{1,3}>|##\[error\]|\[(?:build|proc|driver|cmake)\] |Error: (?=\/))\s*/.exec(
    text,
  );
  return mark === null ? text : text.slice(mark[0].length);
}

/** MSVC: `a.cpp(12,3): error C2440: message`, `LINK : fatal error LNK1104: message`, the code alone in a title. */
function readCoded(text: string): Diagnostic | null {
  const found =
    /(?:^|: ?| - )(?:fatal |Fatal )?(?:error|erreur|errore|erro|Fehler|错误|錯誤|エラー) ([A-Z]{1,5}\d{2,5}) ?[:：] ?/.exec(
      text,
    );
  const code = found?.[1];
  if (found === null || code === undefined) return null;
  const before = text.slice(0, found.index).trimEnd();
  if (!isCodedPlace(before)) return null;
  const message = withoutProject(text.slice(found.index + found[0].length));
  return { type: code, message, ...kindOfCode(code) };
}

/** In front of a code stands a place, a tool or an object, or nothing. */
function isCodedPlace(before: string): boolean {
  if (before === "") return true;
  return /(?:[):\d]|LINK|LIB|CVTRES|MSBUILD|NMAKE|CSC|\.(?:obj|lib|exe|dll|res|o|vcxproj|csproj|targets|props|sln)(?:\(\w{1,200}(?:\.\w{1,10})?\))?)$/i.test(
    before,
  );
}

/** MSBuild says behind each error which project it was building. */
function withoutProject(message: string): string {
  return message.trim().replace(/ \[[^[\]]{1,300}\.\w{0,8}proj(?:::[^[\]]{1,80})?\]$/, "");
}

function kindOfCode(code: string): Pick<Diagnostic, "kind" | "language"> {
  if (code.startsWith("LNK")) return { kind: "linker", language: "c" };
  if (/^(?:MSB|U1|NETSDK|NU)/.test(code)) return { kind: "build", language: "csharp" };
  const isSharp = /^(?:CS|BC|FS|CA|IDE|SA)\d/.test(code);
  return {
    kind: "compiler",
    language: isSharp ? "csharp" : code.startsWith("TS") ? "javascript" : "c",
  };
}

/** Diab, Intel and IAR put a number behind the word. */
const severity =
  /[:：] ?((?:fatal |internal compiler |catastrophic |Fatal |Internal |Syntax )?[Ee]rror|ERROR|erreur(?: fatale)?|(?:[Ss]chwerwiegender )?Fehler|错误|致命错误|錯誤|致命錯誤|嚴重錯誤|エラー|致命的エラー|오류|치명적 오류|(?:фатальная )?ошибка|errore(?: fatale)?|erro(?: fatal)?|błąd)(?: \([a-z]{2,6}:\d{1,6}\)| #\d{1,6}|\[[A-Z][a-z]\d{1,5}\])? ?[:：] {0,2}(?=\S)/;

/** `a.c:12:3: error: message`, `a.cu(12): error: message`, `clang: error: message`. */
function readPlaced(text: string): Diagnostic | null {
  const found = severity.exec(text.slice(0, 600));
  if (found === null) return null;
  const before = text.slice(0, found.index);
  const word = found[1] ?? "";
  const message = text.slice(found.index + found[0].length);
  const file = fileOf(before);
  const type = /^(?:fatal |catastrophic )?error$/.test(word) ? "error" : word;
  if (file !== null)
    return { type, message, kind: kindOfFile(file), language: languageOfFile(file) };
  if (!/^(?:fatal |internal compiler )?error$/.test(word)) return null;
  if (!/^(?:[A-Za-z]:)?[^\s:"'`=(]{1,200}$/.test(before)) return null;
  if (/(?:^|\/)config(?:ure|\.status)$/.test(before))
    return { type, message, kind: "build", language: "other" };
  const isCompiler = compilers.test(before);
  return {
    type,
    message,
    kind: isCompiler ? "compiler" : "line",
    language: isCompiler ? "c" : "other",
  };
}

/** Drivers and stages of compilers, with whatever path and version. */
const compilers =
  /(?:^|[/\\-])(?:gcc|g\+\+|cc|c\+\+|cc1|cc1plus|cc1obj|collect2|lto1|lto-wrapper|clang|clang\+\+|clang-cl|nvcc|hipcc|icc|icpc|icx|icpx|dpcpp|emcc|em\+\+|tcc|cpp|as|swiftc|ld|lld-link|mold|x86_64-[\w-]+|arm-[\w-]+)(?:-\d[\d.]*)?(?:\.exe)?$/;

/** The file of `a.c:12:3`, `a.cu(12)`, `"a.c", line 12`; `null` for what is no place. */
function fileOf(before: string): string | null {
  const place = before.trimEnd();
  const quoted = /^"([^"]{1,300})", line \d{1,7}$/.exec(place)?.[1];
  if (quoted !== undefined) return quoted;
  const tail =
    /(?:(?::\d{1,7}(?:[.:]\d{1,5}(?:-\d{1,5}(?:\.\d{1,5})?)?)?)|\(\d{1,7}(?:, ?\d{1,5})?\))$/.exec(
      place.slice(-32),
    );
  const file = tail === null ? "" : place.slice(0, place.length - tail[0].length);
  return isFile(file) ? file : null;
}

/** A path, which may hold blanks where it begins like one; code and sentences are none. */
function isFile(text: string): boolean {
  const path = text.replace(/^[A-Za-z]:(?=[/\\])/, "");
  if (path === "" || path.length > 400 || /["'`=<>|;{}]|^(?:\/[/*]|[#*-])|: /.test(path))
    return false;
  return !text.includes(" ") || /^(?:[A-Za-z]:)?[/\\]|^~\//.test(text);
}

const languages: Readonly<Record<string, Language>> = {
  java: "java",
  kt: "java",
  scala: "java",
  groovy: "java",
  swift: "swift",
  go: "go",
  rs: "rust",
  cs: "csharp",
  ts: "javascript",
  tsx: "javascript",
  js: "javascript",
  vue: "javascript",
  dart: "dart",
  py: "python",
  rb: "ruby",
  jl: "julia",
};
const cFiles =
  /^(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|inl|ipp|tcc|cu|cuh|cl|m|mm|ino|s|S|asm|i|swg|y|l|def|rc|td|ixx|cppm|o|a)$/;

function languageOfFile(file: string): Language {
  const end = file.slice(file.lastIndexOf(".") + 1);
  return languages[end] ?? (cFiles.test(end) ? "c" : "other");
}

/** Scripts that parse their arguments print in the same form. */
function kindOfFile(file: string): ReportKind {
  return /\.(?:txt|cmake|toml|ya?ml|json|ac|mk|in|bzl|py)$|(?:Makefile|BUILD)$/.test(file)
    ? "build"
    : "compiler";
}

/** `nvcc fatal   : Unsupported gpu architecture`, `ptxas error   : x`, `nvlink error   : Undefined reference`. */
function readTool(text: string): Diagnostic | null {
  if (text.startsWith(llvm))
    return {
      type: "LLVM ERROR",
      message: text.slice(llvm.length),
      kind: "compiler",
      language: "c",
    };
  const found = /^(nvcc|ptxas|nvlink|fatbinary|cudafe\+\+) (fatal|error) {1,4}: (?=\S)/.exec(text);
  if (found === null) return null;
  const kind = found[1] === "nvlink" ? "linker" : "compiler";
  return { type: found[2] ?? "", message: text.slice(found[0].length), kind, language: "c" };
}

/** A row of Visual Studio's error list, copied with its tabs: severity, code, description, project, file, line. */
function readErrorList(text: string): Diagnostic | null {
  if (!text.includes("\t")) return null;
  const [, code = "", message = ""] =
    /^(?:Error|错误|錯誤|Fehler|Erreur|エラー|오류|Ошибка)(?: \(active\)|（活动）)?\t([A-Z]{1,5}\d{2,5})\t([^\t]{4,1500})(?:\t|$)/.exec(
      text,
    ) ?? [];
  return code === "" ? null : { type: code, message: message.trim(), ...kindOfCode(code) };
}
