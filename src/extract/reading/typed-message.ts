/** `Type: message` as printed. */
export interface TypedMessage {
  type: string;
  message: string;
}

/**
 * Reads `pkg.Type: message` or a lone `pkg.Type` at the start of a text; any name passes that a
 * language could print (`torch.OutOfMemoryError`, `OpenSSL::SSL::SSLError`, `Slim\Exception\X`).
 * A full-width colon counts, and so does Node's `TypeError [CODE]: message`.
 */
export function readTypedMessage(text: string): TypedMessage | null {
  const end = typeEnd(text);
  if (end === 0) return null;
  const type = text.slice(0, end) + wrappedType(text, end);
  let rest = text.slice(type.length);
  const code = /^ \[[A-Za-z][\w ]{2,60}\]/.exec(rest);
  if (code !== null) rest = rest.slice(code[0].length);
  if (rest.trim() === "") return { type, message: "" };
  if (rest.startsWith("：")) return { type, message: rest.slice(1).trim() };
  if (rest === ":" || /^:\s/.test(rest)) return untangled(type, rest.slice(1).trim());
  return null;
}

/** The error of a task in parentheses behind the type of what carries it: `RayTaskError(ValueError)`. */
function wrappedType(text: string, from: number): string {
  if (text.charAt(from) !== "(" || !text.slice(0, from).endsWith("Error")) return "";
  return /^\([A-Z]\w{2,80}\)(?=:|$)/.exec(text.slice(from, from + 90))?.[0] ?? "";
}

/** Characters of a message by which it is known again. */
const enoughToKnow = 16;

/** Several processes that print at once: `RuntimeErrorRuntimeError: : messagemessage`. */
function untangled(type: string, message: string): TypedMessage {
  const once = /^(.{4,80}?)\1{1,15}$/.exec(type)?.[1];
  if (once === undefined) return { type, message: saidOnce(type, message) };
  const told = message.replace(/^(?:: ?){1,15}/, "");
  const writers = type.length / once.length;
  const part = told.slice(0, told.length / writers);
  if (part.repeat(writers) === told) return { type: once, message: part };
  // The last of them may go on in the next line.
  const again = told.indexOf(told.slice(0, enoughToKnow), enoughToKnow);
  return { type: once, message: again < 0 ? told : told.slice(0, again).trim() };
}

/** Programs that pass an error on put its type in front once more: `RuntimeError: RuntimeError: x`. */
function saidOnce(type: string, message: string): string {
  const again = `${type}: `;
  return message.startsWith(again) ? message.slice(again.length) : message;
}

const longestType = 160;

function typeEnd(text: string): number {
  let at = 0;
  while (at < text.length && at <= longestType) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (at > 0 && (code === 0x24 || (code >= 0x30 && code <= 0x39)))) {
      at += 1;
      continue;
    }
    const separator = separatorLength(text, at);
    if (at === 0 || separator === 0) break;
    at += separator;
  }
  return at > longestType ? 0 : at;
}

/** `A-Za-z_` */
function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f;
}

function separatorLength(text: string, at: number): number {
  if (!".:\\".includes(text.charAt(at))) return 0;
  if (text.startsWith(locals, at)) return locals.length;
  const length = text.startsWith("::", at) ? 2 : text[at] === ":" ? 0 : 1;
  return length > 0 && isLetter(text.charCodeAt(at + length)) ? length : 0;
}

/** What Python prints for a class that a function made: `app.f.<locals>.Bad`. */
const locals = ".<locals>.";

/** The part of a type behind its module path: `OutOfMemoryError` of `torch.OutOfMemoryError`. */
export function lastPart(type: string): string {
  const parts = type.split(/::|[.\\/]/);
  return parts[parts.length - 1] ?? type;
}

const suffixes =
  /(?:Error|Exception|Interrupt|Timeout|Expired|Fault|Failure|Invalid|NotFound|Denied|Aborted)$/;
/** Status codes of gRPC and TensorFlow, and of CUDA's libraries, which programs print as types. */
const statusCode =
  /^(?:INVALID_ARGUMENT|FAILED_PRECONDITION|RESOURCE_EXHAUSTED|DEADLINE_EXCEEDED|UNIMPLEMENTED|OUT_OF_RANGE|PERMISSION_DENIED|UNAUTHENTICATED|DATA_LOSS|ALREADY_EXISTS|CUDA_ERROR_[A-Z_]+|CU(?:BLAS|DNN|SOLVER|SPARSE|FFT)_STATUS_[A-Z_]+)$/;
const others = new Set([
  "ArrowInvalid",
  "BdbQuit",
  "DoesNotExist",
  "ExceptionGroup",
  "BaseExceptionGroup",
  "GeneratorExit",
  "KeyboardInterrupt",
  "Panic",
  "ReadTimeout",
  "StopAsyncIteration",
  "StopIteration",
  "SystemExit",
  "TooManyRequests",
]);

/** Modules that hold nothing but errors: `torch._dynamo.exc.Unsupported`, `requests.exceptions.InvalidSchema`. */
const errorModule =
  /\.(?:_?exc|_?exceptions|_?errors?|errors_impl|onnxruntime_pybind11_state)\.\w+$/;

/** True for a name that is an error's in any text: `ValueError`, `cv2.error`, `ArrowInvalid`; warnings are none. */
export function isErrorType(type: string): boolean {
  const last = lastPart(type).replace(/\(\w+\)$/, "");
  if (others.has(last)) return true;
  if (statusCode.test(type)) return true;
  if (last === "error") return /^[a-z]\w*\.error$/.test(type);
  if (errorModule.test(type)) return /^[A-Z]/.test(last) && !last.endsWith("Warning");
  return /^[A-Z]/.test(last) && suffixes.test(last) && !genericWords.has(last);
}

/** Words that end like a type and are none: a log's level, a heading. */
const genericWords = new Set([
  "Error",
  "Exception",
  "Failure",
  "Timeout",
  "Fault",
  "Invalid",
  "NotFound",
  "Interrupt",
  "Denied",
  "Aborted",
]);
