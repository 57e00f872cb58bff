import { buildTool } from "./build-tool.ts";
import { buildWarning } from "./build-warning.ts";
import { cargo } from "./cargo.ts";
import { cmake } from "./cmake.ts";
import type { Family } from "./family.ts";
import { fortran } from "./fortran.ts";
import { goCommand } from "./go-command.ts";
import { goCompiler } from "./go-compiler.ts";
import { goExit } from "./go-exit.ts";
import { goPanic } from "./go-panic.ts";
import { goRace } from "./go-race.ts";
import { goRecovery } from "./go-recovery.ts";
import { goTest } from "./go-test.ts";
import { linker } from "./linker.ts";
import { miette } from "./miette.ts";
import { rustAbort } from "./rust-abort.ts";
import { rustDiagnostic } from "./rust-diagnostic.ts";
import { rustError } from "./rust-error.ts";
import { rustPanic } from "./rust-panic.ts";

/** Families of programs that are compiled, and of what compiles them, in the order in which they are asked. */
export const nativeFamilies: readonly Family[] = [
  buildWarning,
  cmake,
  fortran,
  linker,
  buildTool,
  goRecovery,
  goPanic,
  goRace,
  goTest,
  goCompiler,
  goCommand,
  goExit,
  rustPanic,
  rustAbort,
  rustDiagnostic,
  cargo,
  rustError,
  miette,
];
