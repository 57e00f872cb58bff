/**
 * True for a line whose form alone shows that a program complains: it begins as such sentences do
 * ("Could not ...", "Unexpected token ..."), or ends in a reason the system gave.
 */
export function isErrorSentence(text: string): boolean {
  if (text.length > longest || !hasThreeWords(text)) return false;
  return (
    (starts.test(text) && (plainBeginnings.test(text) || beginnings.test(text))) ||
    isGotten(text) ||
    endsInReason(text)
  );
}

/** The same, by the forms that hardly occur in prose. */
export function isPlainErrorSentence(text: string): boolean {
  if (text.length > longest || !hasThreeWords(text)) return false;
  return plainBeginnings.test(text) || endsInReason(text);
}

/** True for a line with a word of failure or refusal; enough only where the context announces an error. */
export function hasErrorWord(text: string): boolean {
  return text.length <= longest && (failureWords.test(text) || refusalWords.test(text));
}

/** The same, by words that hardly stand in a program's other output. */
export function hasFailureWord(text: string): boolean {
  return text.length <= longest && failureWords.test(text);
}

/** Characters of the longest line that is taken for a sentence. */
const longest = 1_500;

/** True for three words or more. */
export function hasThreeWords(text: string): boolean {
  const first = text.indexOf(" ");
  return first > 0 && text.indexOf(" ", first + 1) > 0;
}

const starts = /^[A-Za-z]/;

const plainBeginnings =
  /^(?:Can(?:not|'t|’t| not)|Could(?:n't| not)|Failed to|Unable to|Tried to|CUDA (?:error(?=: | \d)|out of memory)|NCCL error|No module named|(?:Repository|Revision|Entry) Not Found for url)(?![\w-])/;

const beginnings = new RegExp(
  `^(?:${[
    "Failed (?:\\w{2,20}ing|with|at)",
    "Refusing to",
    "Error (?:while|when|in|at|during|on|from|\\w{3,20}ing|occurred)",
    "(?:An?|There was an?|There were) (?:\\w{2,20} )?(?:error|exception|problem)s? (?:occurred|while|when|in|has)",
    "Something went wrong",
    "(?:Unhandled|Uncaught) (?:\\w{2,20} )?(?:exception|error|rejection)",
    "Exception (?:in|while|when|encountered|caught|occurred|thrown)",
    "(?:Internal|Fatal|Unknown|Unexpected|System|Runtime) (?:\\w{2,20} )?error",
    "Unexpected (?:token|end|EOF|eof|character|identifier|status|response|exception|keyword|input|string|indent|number|value|argument|type|reserved|non-whitespace)",
    "(?:Unknown|Unrecognized|unrecognized|unknown|Unsupported|unsupported|Invalid|invalid|Illegal|illegal|Bad|bad|Missing|missing|Undefined|undefined)(?= [^,;()]{1,60}(?:: |\\. |['\"`‘“]))",
    "(?:Undefined|undefined) (?:variable|index|array key|offset|property|constant|symbol|reference|method|function)\\b",
    "(?:Invalid|Illegal|Unsupported|Unknown) \\w{2,20}(?: \\w{2,20}){0,3}[.!]?$",
    "Too many (?:open files|redirects|requests|connections|arguments|levels|positional|failed)",
    "[Nn]o (?:such (?:file|option|container|command|module|service|host|device|table|property|method|key|image|process|remote|network)|matching|space left|route to host|kernel image)",
    "Not enough|not enough (?:memory|space|arguments|values)|Insufficient",
    "[Oo]ut of (?:memory|range|disk|bounds)|Ran out of",
    "(?:Access|Permission|Authorization|Authentication|Login) (?:is |was )?(?:denied|failed|required)",
    "Connection (?:refused|reset|timed out|aborted|error|failed|to \\S{1,100} (?:failed|refused|timed out))",
    "(?:Module|Command|Build|Compilation|Installation|Assertion|Operation|Validation|Verification|Initialization|Import|Request|Download|Task|Job|Test) (?:\\S{1,80} )?(?:failed|not found|not permitted|not supported|timed out)",
    "Tensors? .{1,60}(?:mismatch|must)",
    "(?:x509|unauthorized|denied)(?=: [a-z])|tls: (?:failed|bad|handshake|unknown)|rpc error: code|dial (?:tcp|udp|unix)",
    "yaml: (?:line|unmarshal)|json: (?:cannot|unsupported)|context deadline exceeded|upstream connect error",
    "no basic auth credentials|manifest for \\S{1,200} not found|error during connect|mount error|batch response(?=: )|OMP: Error #\\d{1,4}(?=: )",
    "unknown (?:flag|shorthand flag|command)|flag (?:provided but not defined|needs an argument)|option requires an argument",
    "X Error of failed request|HTTP Error \\d{3}|(?:Error|ERROR) \\d{1,5}(?=[:,] )",
  ].join("|")})(?![\\w-])`,
);

/** `expected X, got Y` and its kin, as test programs print them. */
function isGotten(text: string): boolean {
  if (!text.includes("got ") && !text.includes("xpected ")) return false;
  return (
    /^(?:[\w.()/-]{1,80}: )?(?:[Ee]xpected|want(?:ed)?|got) /.test(text) &&
    /[;,)\]'"] (?:but )?(?:got|want|found|received|was|were)\b|\bbut (?:got|found|received|was|were)\b/.test(
      text,
    )
  );
}

/** `program: could not open x`: a program's name in front of how such sentences begin. */
export function isPrefixedSentence(text: string): boolean {
  const colon = text.indexOf(": ");
  if (colon < 2 || colon > 60 || text.length > longest) return false;
  return /^[\w./+-]{2,60}(?:\[\d{1,9}\])?: (?:[\w.()-]{1,60}: )?(?:[Cc]annot(?! be )|[Cc]an't|[Cc]ould not|[Cc]ouldn't|[Ff]ailed to|[Uu]nable to|[Nn]o such) /.test(
    text,
  );
}

/** `program: thing: No such file or directory`: the system's reason stands behind the last colon. */
export function endsInReason(text: string): boolean {
  const colon = text.lastIndexOf(": ");
  if (colon < 0 || text.length - colon > longestReason) return false;
  const reason = text
    .slice(colon + 2)
    .replace(/\.$/, "")
    .toLowerCase();
  return reasons.has(reason.replace(/ \((?:os error |errno )?\d{1,4}\)$/, ""));
}

const longestReason = 80;

/** Texts of `strerror` that programs print behind a colon, and what shells say. */
const reasons = new Set([
  "address already in use",
  "argument list too long",
  "bad address",
  "bad file descriptor",
  "bad interpreter",
  "broken pipe",
  "cannot allocate memory",
  "cannot assign requested address",
  "cannot execute binary file",
  "cannot execute binary file: exec format error",
  "cannot execute: required file not found",
  "command not found",
  "connection refused",
  "connection reset by peer",
  "connection timed out",
  "device or resource busy",
  "directory not empty",
  "exec format error",
  "file exists",
  "file name too long",
  "function not implemented",
  "i/o error",
  "i/o timeout",
  "illegal option",
  "inappropriate ioctl for device",
  "input/output error",
  "invalid argument",
  "invalid cross-device link",
  "invalid option",
  "is a directory",
  "name or service not known",
  "network is unreachable",
  "no child processes",
  "no route to host",
  "no secret key",
  "no space left on device",
  "no such device",
  "no such device or address",
  "no such file or directory",
  "no such host",
  "no such process",
  "not a directory",
  "not found",
  "not owner",
  "operation not permitted",
  "operation not supported",
  "operation timed out",
  "permission denied",
  "protocol not available",
  "read-only file system",
  "resource temporarily unavailable",
  "stale file handle",
  "structure needs cleaning",
  "temporary failure in name resolution",
  "target is busy",
  "text file busy",
  "too many levels of symbolic links",
  "too many open files",
  "too many open files in system",
  "transport endpoint is not connected",
  "undefined symbol",
  "unexpected eof",
  "unexpected end of file",
  "value too large for defined data type",
  "wrong fs type",
]);

const failureWords =
  /\b(?:error|exception|fail(?:s|ed|ure|ures)?|fatal|crash(?:ed)?|abort(?:ed|ing)?|cannot|can'?t|can not|couldn'?t|could not|unable|invalid|illegal|unexpected(?:ly)?|unsupported|unrecognized|unresolved|unreachable|denied|refused|rejected|timed out|mismatch(?:ed)?|overflow|underflow|exceed(?:s|ed)?|corrupt(?:ed)?|conflict(?:s|ing)?|incompatible|forbidden|unauthorized|not (?:found|supported|allowed|permitted|recognized|implemented|installed|defined|valid|accessible|responding)|no such|(?:does|do|did) ?n[o']t (?:exist|match|support|have)|already (?:exists|in use)|out of (?:memory|range|bounds|disk)|too (?:many|large|long|small|short|few))\b|错误|失败|无法|找不到|不存在|异常|拒绝/i;

const refusalWords =
  /\b(?:errors|unknown|undefined|unavailable|missing|deny|refusing|timeout|not (?:available|a |an |set|match|specified|enough|writable|readable|registered|initialized|compiled|enabled|running|connected|provided|been)|no \w+ found|(?:does|do|did|is|are|was|were)(?: not|n't)|must(?: not)? (?:be|have|match|contain)|already been|too (?:big|deep|old|new)|expected|required)\b|不能/i;
