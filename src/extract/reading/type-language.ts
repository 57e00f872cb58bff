import type { Language } from "../error-report.ts";
import { lastPart } from "./typed-message.ts";

const pythonTypes = new Set(
  `ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
  ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError EOFError
  FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError IndentationError IndexError
  InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
  NotADirectoryError NotImplementedError OSError IOError OverflowError PermissionError ProcessLookupError RecursionError
  RuntimeError StopIteration StopAsyncIteration SystemError SystemExit TabError TimeoutError UnboundLocalError
  UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError ZeroDivisionError ExceptionGroup`.split(
    /\s+/,
  ),
);
const browserTypes = new Set([
  "AggregateError",
  "ReferenceError",
  "RangeError",
  "URIError",
  "EvalError",
  "DOMException",
  "InternalError",
  "ChunkLoadError",
]);
/** Errors of JavaScript's packages by the names that begin them. */
const scriptPackages =
  /^(?:Apollo|Axios|Babel|Css|Cypress|Fetch|GraphQL|Mongo|Mongoose|NullInjector|PostCSS|Prisma|Puppeteer|QueryFailed|Rollup|Sass|Sequelize|TRPCClient|TS|Vite|Webpack|Zod)[A-Z]?\w{0,60}Error$/;
/** Script files in a message: `/srv/a.tsx: Unexpected token (1:2)`. */
const scriptFile = /\.(?:[cm]?[jt]sx?|vue|svelte)\b/;
const browserWords =
  /Cannot (?:read|set) propert|is not a function|is not defined$|undefined|Unexpected token|not iterable|of null|Failed to fetch/;

/** Classes of Ruby's own whose names no other language has; its errors come in modules, too (`Net::ReadTimeout`). */
const rubyTypes = new Set([
  "NoMethodError",
  "ArgumentError",
  "LoadError",
  "StandardError",
  "ScriptError",
  "FrozenError",
  "SystemStackError",
  "NoMatchingPatternError",
]);

/** Exceptions of .NET whose names no other runtime has. */
const csharpTypes = new Set([
  "NullReferenceException",
  "ArgumentNullException",
  "ArgumentOutOfRangeException",
  "InvalidOperationException",
  "InvalidCastException",
  "KeyNotFoundException",
  "MissingReferenceException",
  "UnassignedReferenceException",
  "AggregateException",
  "TypeInitializationException",
  "DllNotFoundException",
  "ObjectDisposedException",
]);

/** Further names that one runtime alone gives its errors. */
const ownTypes = new Map<string, Language>([
  ...namesOf(
    "java",
    `NullPointerException IllegalStateException IllegalArgumentException ClassNotFoundException ClassCastException
    NoClassDefFoundError NoSuchMethodError NoSuchFieldError NumberFormatException ArrayIndexOutOfBoundsException
    StringIndexOutOfBoundsException IndexOutOfBoundsException ConcurrentModificationException SQLException
    UnsupportedOperationException StackOverflowError ExceptionInInitializerError UnsatisfiedLinkError
    UnsupportedClassVersionError BeanCreationException LinkageError AbstractMethodError`,
  ),
  ...namesOf(
    "javascript",
    `AbortError NotAllowedError SecurityError QuotaExceededError DataCloneError InvalidStateError HttpErrorResponse
    NetworkError`,
  ),
  ...namesOf("php", "PDOException ErrorException ParseError BadMethodCallException"),
  ...namesOf(
    "swift",
    "NSInvalidArgumentException NSInternalInconsistencyException NSRangeException",
  ),
]);

function namesOf(language: Language, names: string): [string, Language][] {
  return names.split(/\s+/).map((name) => [name, language]);
}

/** Namespaces of C++ that exceptions come from. */
const cppNamespace = /^(?:std|boost|c10|at|cv|absl|nlohmann|Ort|torch|folly|rapidjson|ggml)::/;

/** The language whose runtime prints such an error, judged by type and wording alone. */
export function languageOf(type: string, message: string): Language {
  const last = lastPart(type);
  if (rubyTypes.has(type) || /^[A-Z]\w*::[A-Z]/.test(type)) return "ruby";
  if (pythonTypes.has(last) && !type.includes("::")) return "python";
  if (browserTypes.has(last) || type === "Error") return "javascript";
  if (scriptPackages.test(type)) return "javascript";
  if (cppNamespace.test(type)) return "c";
  const own = ownTypes.get(type);
  if (own !== undefined) return own;
  if (/^[A-Z_]{6,}$/.test(type)) return "other";
  if (last === "TypeError" || last === "SyntaxError")
    return browserWords.test(message) || scriptFile.test(message) ? "javascript" : "python";
  if (/^(?:java|javax|com|org|net|io|android|kotlin|scala)\./.test(type)) return "java";
  if (/^(?:System|Microsoft|UnityEngine|Newtonsoft)\.[A-Z]/.test(type) || csharpTypes.has(type))
    return "csharp";
  if (/^[A-Z]\w*\\[A-Z]/.test(type)) return "php";
  if (type.includes("::") || type.includes("\\")) return "other";
  return last.endsWith("Exception") && !type.includes(".") ? "other" : "python";
}
