import type { Frame } from "../error-report.ts";

/** `at` in the languages into which .NET translates it (dotnet/runtime, `Word_At` of its resources). */
const atWords = new Set(
  "at bei à en in em в 在 於 於: 場所 위치: w v konum: a presso vid ved".split(" "),
);

/**
 * Reads a call of the CLR or Mono: `at Shop.Cart.Open(String id) in C:\a.cs:line 12`, the words in
 * between in any language; Mono's `[0x0001a] in <filename unknown>:0` names no place.
 */
export function readDotnetFrame(text: string): Frame | null {
  const body = text.trim();
  const blank = body.indexOf(" ");
  if (blank < 1 || blank > 6 || !atWords.has(body.slice(0, blank))) return null;
  return readCall(body.slice(blank + 1));
}

function readCall(body: string): Frame | null {
  const open = body.indexOf("(", body.startsWith("(wrapper ") ? body.indexOf(")") : 0);
  const close = body.indexOf(")", open);
  if (open < 1 || close < 0 || open > 400) return null;
  const written = body.slice(0, open);
  const name = written.trim().replace(/^\(wrapper [^)]{1,60}\) /, "");
  const behind = body.slice(close + 1).trim();
  if (!/^[\w.<>`|$+[\],@:\-/=&*]{1,300}$/.test(name) || /^(?:https?|file):/.test(name)) return null;
  // V8 puts a blank in front of the bracket, and Mono, which says more behind it.
  const isMono =
    written.startsWith("(wrapper ") || /^(?:\[0x|<0x|in <|in \S.{0,300}:\d{1,7}$)/.test(behind);
  if (written.endsWith(" ") && !isMono) return null;
  const place = placeIn(behind);
  if (!isMono && place === null && !(behind === "" || /^\+ 0x[0-9a-f]+$/i.test(behind)))
    return null;
  if (place === null && !isMono && !areParameters(body.slice(open + 1, close))) return null;
  if (!name.includes(".") && place === null && !isMono && name !== "lambda_method") return null;
  return {
    file: place?.file ?? null,
    line: place?.line ?? null,
    function: name,
    ...dotnetOwner(name, place?.file ?? ""),
  };
}

/** `in C:\a.cs:line 12`, `位置 C:\a.cs:行号 12`, `[0x0001a] in /a.cs:12`. */
function placeIn(behind: string): { file: string; line: number } | null {
  const body = behind.replace(
    /^(?:\[0x[0-9a-f]{1,16}\]|<0x[0-9a-f]{1,16} \+ 0x[0-9a-f]{1,16}>) /,
    "",
  );
  const found = /^[\p{L}:]{1,12} (\S.{0,400}): ?(?:\p{L}{1,12} )?(\d{1,7})\.?$/u.exec(body);
  const file = found?.[1] ?? "";
  if (found === null || file.startsWith("<")) return null;
  return { file, line: Number(found[2]) };
}

/** Types with names behind them, or types that no file is called like: a Java call has its file there. */
function areParameters(text: string): boolean {
  if (/^(?:Native Method|Unknown Source|index \d{1,9}|<anonymous>|native)$/.test(text))
    return false;
  if (
    !/^[\w.`[\]&*<>+?$@,= '"-]*$/.test(text) ||
    /\.(?:java|kts?|scala|clj|groovy|js|ts)$/.test(text)
  )
    return false;
  return text === "" || text.split(",").every((part) => isParameter(part));
}

function isParameter(part: string): boolean {
  const words = part.trim();
  return /[\s.`[\]&*]/.test(words) || part.endsWith(" ") || primitives.test(words);
}

const primitives =
  /^(?:Boolean|S?Byte|Char|Decimal|Double|Single|U?Int(?:16|32|64|Ptr)|Object|String|Type|Exception|Task|Action|CancellationToken|Guid|DateTime)$/;

/**
 * Whose code a call is, by its namespace: `System` and the runtime's own are the standard library;
 * packages of Microsoft are named by two parts, as is each known library whose packages are.
 */
export function dotnetOwner(name: string, file: string): Pick<Frame, "inLibrary" | "package"> {
  const unity = /(?:PackageCache|Packages)[\\/](com\.[\w.-]{1,80})/.exec(file)?.[1];
  if (unity !== undefined) return { inLibrary: true, package: unity };
  if (
    /^(?:System|Mono|MS|Internal|Interop|UnityEngine|UnityEditor|Microsoft\.(?:Win32|VisualBasic|CSharp))[.:]/.test(
      name,
    )
  )
    return { inLibrary: true, package: null };
  const parts = name.split(".", 3);
  const isTwoParted = parts[0] === "Microsoft" || twoPartNames.has(parts[0] ?? "");
  if (isTwoParted && parts.length > 2)
    return { inLibrary: true, package: parts.slice(0, 2).join(".") };
  const isKnown = parts.length > 1 && onePartNames.has(parts[0] ?? "");
  return { inLibrary: isKnown, package: isKnown ? (parts[0] ?? null) : null };
}

const twoPartNames = new Set([
  "Newtonsoft",
  "StackExchange",
  "Castle",
  "Azure",
  "Amazon",
  "Google",
  "Grpc",
  "Ninject",
  "SixLabors",
]);
const onePartNames = new Set([
  "Autofac",
  "AutoMapper",
  "Avalonia",
  "Dapper",
  "FluentAssertions",
  "FluentValidation",
  "Hangfire",
  "MassTransit",
  "MediatR",
  "Moq",
  "MySqlConnector",
  "NLog",
  "NUnit",
  "Npgsql",
  "NuGet",
  "OpenTelemetry",
  "Polly",
  "Quartz",
  "RabbitMQ",
  "ReactiveUI",
  "RestSharp",
  "Serilog",
  "SkiaSharp",
  "Swashbuckle",
  "Xunit",
]);
