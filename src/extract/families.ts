import type { Family } from "./family.ts";
import { titleLine } from "./line/title-line.ts";
import { announcedLine } from "./line/announced-line.ts";
import { buildWarning } from "./native/build-warning.ts";
import { childFailed } from "./python/child-failed.ts";
import { compiler } from "./native/compiler.ts";
import { conda } from "./python/conda.ts";
import { crashFamilies } from "./native/crash-families.ts";
import { dartFamilies } from "./dart/dart-families.ts";
import { deviceAssertion } from "./python/device-assertion.ts";
import { doctest } from "./python/doctest.ts";
import { errorLine } from "./line/error-line.ts";
import { faulthandler } from "./python/faulthandler.ts";
import { gpuLine } from "./python/gpu-line.ts";
import { httpLine } from "./service/http-line.ts";
import { ipython } from "./python/ipython.ts";
import { java } from "./jvm/java.ts";
import { javascriptFamilies } from "./javascript/javascript-families.ts";
import { logLine } from "./line/log-line.ts";
import { markedError } from "./python/marked-error.ts";
import { nativeFamilies } from "./native/native-families.ts";
import { nativeLog } from "./native/native-log.ts";
import { pip } from "./python/pip.ts";
import { poetry } from "./python/poetry.ts";
import { pyinstaller } from "./python/pyinstaller.ts";
import { pytest } from "./python/pytest.ts";
import { python } from "./python/python.ts";
import { quotedSentence } from "./line/quoted-sentence.ts";
import { rich } from "./python/rich.ts";
import { runtimes } from "./runtimes.ts";
import { scriptLine } from "./scripting/script-line.ts";
import { serviceFamilies } from "./service/service-families.ts";
import { sphinx } from "./python/sphinx.ts";
import { tensorflowOp } from "./python/tensorflow-op.ts";
import { unittest } from "./python/unittest.ts";
import { untypedLine } from "./line/untyped-line.ts";

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
