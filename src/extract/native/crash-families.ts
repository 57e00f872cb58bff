import { appleCrash } from "./apple-crash.ts";
import { assertion } from "./assertion.ts";
import { catchTest } from "./catch-test.ts";
import { checkFailure } from "./check-failure.ts";
import { cppException } from "./cpp-exception.ts";
import { crashTable } from "./crash-table.ts";
import { ctest } from "./ctest.ts";
import type { Family } from "../family.ts";
import { gdb } from "./gdb.ts";
import { glibcAbort } from "./glibc-abort.ts";
import { gtest } from "./gtest.ts";
import { kernel } from "./kernel.ts";
import { lldb } from "./lldb.ts";
import { minidump } from "./minidump.ts";
import { sanitizer } from "./sanitizer.ts";
import { signal } from "./signal.ts";
import { valgrind } from "./valgrind.ts";
import { windowsCrash } from "./windows-crash.ts";

/** Families of native programs that died, of the tools that watched them, and of their tests. */
export const crashFamilies: readonly Family[] = [
  sanitizer,
  valgrind,
  gtest,
  catchTest,
  ctest,
  gdb,
  lldb,
  cppException,
  checkFailure,
  assertion,
  glibcAbort,
  kernel,
  windowsCrash,
  appleCrash,
  minidump,
  crashTable,
  signal,
];
