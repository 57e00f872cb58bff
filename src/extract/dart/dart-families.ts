import { dartDiagnostic } from "./dart-diagnostic.ts";
import { dartTest } from "./dart-test.ts";
import { dart } from "./dart.ts";
import type { Family } from "../family.ts";
import { flutterBox } from "./flutter-box.ts";

/** Dart's compiler and tools, Flutter, and the runtime itself. */
export const dartFamilies: readonly Family[] = [dartDiagnostic, dartTest, flutterBox, dart];
