import { buildTool } from "./build-tool.ts";
import { buildWarning } from "./build-warning.ts";
import { cargo } from "../rust/cargo.ts";
import { cmake } from "./cmake.ts";
import type { Family } from "../family.ts";
import { fortran } from "./fortran.ts";
import { goCommand } from "../go/go-command.ts";
import { goCompiler } from "../go/go-compiler.ts";
import { goExit } from "../go/go-exit.ts";
import { goLinker } from "../go/go-linker.ts";
import { goPanic } from "../go/go-panic.ts";
import { goRace } from "../go/go-race.ts";
import { goRecovery } from "../go/go-recovery.ts";
import { goTest } from "../go/go-test.ts";
import { linker } from "./linker.ts";
import { miette } from "../rust/miette.ts";
import { rustAbort } from "../rust/rust-abort.ts";
import { rustDiagnostic } from "../rust/rust-diagnostic.ts";
import { rustError } from "../rust/rust-error.ts";
import { rustPanic } from "../rust/rust-panic.ts";

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
  goLinker,
  goExit,
  rustPanic,
  rustAbort,
  rustDiagnostic,
  cargo,
  rustError,
  miette,
];
