import { isVerbatim } from "../text/block.ts";
import { withStack } from "./check-failure.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Records of the C++ side of PyTorch and TensorFlow, at the levels E and F: `[E607 02:07:08.4
 * ProcessGroupNCCL.cpp:607] message`, `2024-03-01 10:00:01.3: E external/local_xla/x.cc:152] message`.
 */
export const nativeLog: Family = {
  name: "native log",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("] ") || !isVerbatim(line)) return null;
    const level = /^\[?([EF])[\d ]/.exec(line.text)?.[1];
    if (level === undefined) return null;
    const head = record.exec(line.text.slice(0, 300))?.[0];
    if (head === undefined) return null;
    const message = line.text.slice(head.length).trim();
    if (message === "" || noise.test(message)) return { draft: null, next: at + 1 };
    const error = { type: null, message, language: "c" } as const;
    // A fatal record ends the program, which prints its own stack.
    if (level === "F") return withStack(lines, at, { ...error, kind: "crash" });
    return singleLineReading(lines, at, { ...error, kind: "log" });
  },
};

const record =
  /^\[?[EF](?:\d{3,4} \d{2}:\d{2}:\d{2}\.\d{1,9})? ?[\w./@+-]{1,200}\.(?:cc|cpp|cu|cuh|h|hpp):\d{1,6}\] /;

/** TensorFlow prints these whenever it is imported. */
const noise = /^Unable to register cu\w{2,8} factory|^computation placer already registered/;
