import type { Language } from "../extract/error-report.ts";

/** How a printed type stands to one that a known error names. */
export type TypeRelation = "same" | "narrower" | "wider" | "other";

/**
 * Compares two types by the last part of their names, without case: `narrower` when the printed one
 * is a subclass of the named one. Classes that every error is one of (`Exception`) tell nothing.
 */
export function relateTypes(printed: string, named: string, language: Language): TypeRelation {
  if (printed === named) return "same";
  const parents = trees[language] ?? none;
  if (descends(printed, named, parents)) return "narrower";
  return descends(named, printed, parents) ? "wider" : "other";
}

/** Classes between a type and its root, more than any tree here has. */
const deepest = 10;

function descends(type: string, ancestor: string, parents: Parents): boolean {
  let generation: readonly string[] = [type];
  for (let depth = 0; depth < deepest && generation.length > 0; depth++) {
    generation = generation.flatMap((name) => parents.get(name) ?? []);
    if (generation.includes(ancestor)) return true;
  }
  return false;
}

type Parents = ReadonlyMap<string, readonly string[]>;

const none: Parents = new Map();

/** Reads lines `Parent: Child Child`. Roots are left out on purpose. */
function treeOf(text: string): Parents {
  const parents = new Map<string, string[]>();
  for (const line of text.toLowerCase().trim().split("\n")) {
    const [parent = "", children = ""] = line.trim().split(": ");
    for (const child of children.split(" ")) {
      parents.set(child, [...(parents.get(child) ?? []), parent]);
    }
  }
  return parents;
}

/**
 * https://docs.python.org/3/library/exceptions.html#exception-hierarchy, what the standard library
 * derives from it, and the classes of libraries that derive from builtin ones (torch/csrc/Exceptions.cpp,
 * huggingface_hub/errors.py, requests/exceptions.py, pyarrow/error.pxi, numpy/exceptions.py).
 */
const python = treeOf(`
  ArithmeticError: FloatingPointError OverflowError ZeroDivisionError
  ImportError: ModuleNotFoundError
  LookupError: IndexError KeyError
  MemoryError: ArrowMemoryError
  NameError: UnboundLocalError
  EnvironmentError: OSError
  IOError: OSError
  OSError: EnvironmentError IOError BlockingIOError ChildProcessError ConnectionError FileExistsError
  OSError: FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError
  OSError: TimeoutError gaierror SSLError URLError RequestException FileMetadataError
  ConnectionError: BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
  ConnectionError: ProxyError SSLError ConnectTimeout
  SSLError: SSLCertVerificationError
  URLError: HTTPError
  RequestException: ConnectionError HTTPError Timeout ChunkedEncodingError InvalidJSONError
  Timeout: ConnectTimeout ReadTimeout
  HTTPError: HfHubHTTPError
  HfHubHTTPError: RepositoryNotFoundError RevisionNotFoundError EntryNotFoundError BadRequestError DisabledRepoError
  RepositoryNotFoundError: GatedRepoError
  EntryNotFoundError: LocalEntryNotFoundError RemoteEntryNotFoundError
  FileNotFoundError: LocalEntryNotFoundError
  RuntimeError: NotImplementedError RecursionError BrokenExecutor OutOfMemoryError AcceleratorError DistError
  NotImplementedError: ArrowNotImplementedError
  BrokenExecutor: BrokenProcessPool BrokenThreadPool
  DistError: DistBackendError DistNetworkError DistStoreError
  SyntaxError: IndentationError ParseError
  IndentationError: TabError
  PickleError: PicklingError UnpicklingError
  SubprocessError: CalledProcessError TimeoutExpired
  TypeError: ArrowTypeError
  KeyError: ArrowKeyError
  IndexError: AxisError
  ValueError: UnicodeError JSONDecodeError ArrowInvalid LinAlgError AxisError ValidationError HFValidationError
  UnicodeError: UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
  InvalidJSONError: JSONDecodeError
`);

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/package-tree.html and its neighbors. */
const java = treeOf(`
  LinkageError: NoClassDefFoundError ClassFormatError ExceptionInInitializerError IncompatibleClassChangeError
  LinkageError: UnsatisfiedLinkError VerifyError BootstrapMethodError
  ClassFormatError: UnsupportedClassVersionError
  IncompatibleClassChangeError: NoSuchMethodError NoSuchFieldError AbstractMethodError IllegalAccessError
  VirtualMachineError: OutOfMemoryError StackOverflowError InternalError
  ReflectiveOperationException: ClassNotFoundException NoSuchMethodException NoSuchFieldException
  ReflectiveOperationException: InstantiationException IllegalAccessException InvocationTargetException
  IllegalArgumentException: NumberFormatException IllegalFormatException PatternSyntaxException InvalidPathException
  IllegalStateException: CancellationException
  IndexOutOfBoundsException: ArrayIndexOutOfBoundsException StringIndexOutOfBoundsException
  NoSuchElementException: InputMismatchException
  SecurityException: AccessControlException
  IOException: FileNotFoundException EOFException UnknownHostException SocketException InterruptedIOException
  IOException: MalformedURLException SSLException FileSystemException ObjectStreamException CharacterCodingException
  IOException: ClosedChannelException ZipException
  SocketException: ConnectException BindException NoRouteToHostException
  InterruptedIOException: SocketTimeoutException
  SSLException: SSLHandshakeException SSLPeerUnverifiedException SSLProtocolException
  FileSystemException: NoSuchFileException AccessDeniedException FileAlreadyExistsException
  ObjectStreamException: NotSerializableException InvalidClassException StreamCorruptedException
  CharacterCodingException: MalformedInputException UnmappableCharacterException
  ZipException: JarException
  SQLException: SQLTransientException SQLNonTransientException BatchUpdateException
  SQLTransientException: SQLTimeoutException
  SQLNonTransientException: SQLSyntaxErrorException SQLIntegrityConstraintViolationException
  DateTimeException: DateTimeParseException
`);

/** https://learn.microsoft.com/dotnet/api/system.exception, "Derived". */
const csharp = treeOf(`
  ArgumentException: ArgumentNullException ArgumentOutOfRangeException
  ArithmeticException: DivideByZeroException OverflowException
  InvalidOperationException: ObjectDisposedException
  IOException: FileNotFoundException DirectoryNotFoundException EndOfStreamException FileLoadException PathTooLongException
  OperationCanceledException: TaskCanceledException
  TypeLoadException: DllNotFoundException EntryPointNotFoundException
`);

/** https://docs.ruby-lang.org/en/master/Exception.html */
const ruby = treeOf(`
  NameError: NoMethodError
  IndexError: KeyError StopIteration
  RangeError: FloatDomainError
  RuntimeError: FrozenError
  ScriptError: LoadError NotImplementedError SyntaxError
  ArgumentError: UncaughtThrowError
`);

/** https://www.php.net/manual/en/reserved.exceptions.php */
const php = treeOf(`
  TypeError: ArgumentCountError
  ArithmeticError: DivisionByZeroError
  CompileError: ParseError
`);

const trees: Partial<Record<Language, Parents>> = { python, java, csharp, ruby, php };
