import type { Family } from "./family.ts";
import { titleLine } from "./title-line.ts";
import { announcedLine } from "./announced-line.ts";
import { buildWarning } from "./build-warning.ts";
import { childFailed } from "./child-failed.ts";
import { compiler } from "./compiler.ts";
import { conda } from "./conda.ts";
import { crashFamilies } from "./crash-families.ts";
import { dartFamilies } from "./dart-families.ts";
import { deviceAssertion } from "./device-assertion.ts";
import { doctest } from "./doctest.ts";
import { errorLine } from "./error-line.ts";
import { faulthandler } from "./faulthandler.ts";
import { gpuLine } from "./gpu-line.ts";
import { httpLine } from "./http-line.ts";
import { ipython } from "./ipython.ts";
import { java } from "./java.ts";
import { javascriptFamilies } from "./javascript-families.ts";
import { logLine } from "./log-line.ts";
import { markedError } from "./marked-error.ts";
import { nativeFamilies } from "./native-families.ts";
import { nativeLog } from "./native-log.ts";
import { pip } from "./pip.ts";
import { poetry } from "./poetry.ts";
import { pyinstaller } from "./pyinstaller.ts";
import { pytest } from "./pytest.ts";
import { python } from "./python.ts";
import { quotedSentence } from "./quoted-sentence.ts";
import { rich } from "./rich.ts";
import { runtimes } from "./runtimes.ts";
import { scriptLine } from "./script-line.ts";
import { serviceFamilies } from "./service-families.ts";
import { sphinx } from "./sphinx.ts";
import { tensorflowOp } from "./tensorflow-op.ts";
import { unittest } from "./unittest.ts";
import { untypedLine } from "./untyped-line.ts";

/** In the order in which they are asked: the special shapes before the general ones. */
export const families: readonly Family[] = [
  runtimes,
  rich,
  ipython,
  pytest,
  unittest,
  doctest,
  faulthandler,
  python,
  markedError,
  pip,
  poetry,
  conda,
  childFailed,
  pyinstaller,
  sphinx,
  deviceAssertion,
  nativeLog,
  tensorflowOp,
  gpuLine,
  ...crashFamilies,
  ...nativeFamilies,
  ...dartFamilies,
  ...javascriptFamilies,
  java,
  compiler,
  ...serviceFamilies,
  scriptLine,
  errorLine,
  logLine,
  untypedLine,
];

/** Asked only when no family found anything in the whole issue; each block gives one report at most. */
export const lastResorts: readonly Family[] = [
  buildWarning,
  announcedLine,
  httpLine,
  quotedSentence,
  titleLine,
];
