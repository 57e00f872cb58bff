import { describe, expect, it } from "@jest/globals";
import { readLinePrefix } from "../../../src/extract/text/line-prefix.ts";

describe("readLinePrefix", () => {
  it.each([
    ["nothing", "ValueError: x", "", undefined, "ValueError: x"],
    ["an errno is no prefix", "[Errno 2] No such file", "", undefined, "[Errno 2] No such file"],
    ["torchrun's rank", "[rank0]:   File", "[rank0]:", undefined, "  File"],
    ["mpirun", "[1,3]<stderr>:Traceback", "[1,3]<stderr>:", undefined, "Traceback"],
    [
      "ray",
      "(Trainer pid=12, ip=10.0.0.4) boom",
      "(Trainer pid=12, ip=10.0.0.4)",
      undefined,
      "boom",
    ],
    [
      "vLLM",
      "(EngineCore_0 pid=7) ERROR 07-02 16:58:15 [core.py:70]   File",
      "(EngineCore_0 pid=7)",
      "ERROR",
      "  File",
    ],
    ["BuildKit", "#12 0.512   File", "", undefined, "  File"],
    ["BuildKit's failed step", "10.512 npm ERR! x", "", undefined, "npm ERR! x"],
    ["pnpm's packages", "packages/core test: ✘ x", "packages/core test:", undefined, "✘ x"],
    ["Turborepo's", "@acme/web:build: Error: x", "@acme/web:build:", undefined, "Error: x"],
    ["a build in prose", "The build: it fails", "", undefined, "The build: it fails"],
    ["Flutter on iOS", "flutter: ══╡ x", "", null, "══╡ x"],
    ["flutter run's steps", "[   +1 ms]   Cart(x)", "", null, "  Cart(x)"],
    ["a box to tick", "[ ] done", "", undefined, "[ ] done"],
    ["a clock with AM and PM", "3:12:11 PM [vite] x", "", null, "x"],
    ["Nest", "[Nest] 12  - 09/06/2023, 4:35:31 PM   ERROR [ExceptionHandler] x", "", "ERROR", "x"],
    ["Nest before version 8", "[Nest] 12   - 01/14/2020, 3:24:49 PM   [Shop] x", "", "INFO", "x"],
    [
      "Nest's handler before version 8",
      "[Nest] 12   - 01/14/2020, 3:24:49 PM   [ExceptionsHandler] x",
      "",
      "ERROR",
      "x",
    ],
    ["figures", "0.512 0.3", "", undefined, "0.512 0.3"],
    [
      "a Go runtime's fatal error is no level",
      "2024-06-11T08:02:17Z fatal error: all goroutines are asleep - deadlock!",
      "",
      null,
      "fatal error: all goroutines are asleep - deadlock!",
    ],
    ["docker compose", "web-1  |   at x", "web-1  |", undefined, "  at x"],
    ["GitHub Actions", "2024-06-11T08:02:17.4410291Z   File", "", null, "  File"],
    [
      "a stamp in front of the rank",
      "2024-06-11 08:02:17,441 [rank2]: ValueError: x",
      "[rank2]:",
      null,
      "ValueError: x",
    ],
    [
      "Python's logging",
      "2024-06-11 08:02:17,441 - trainer - ERROR - bad thing",
      "",
      "ERROR",
      "bad thing",
    ],
    [
      "Home Assistant",
      "2024-06-11 08:02:17.441 ERROR (MainThread) [a.b] bad thing",
      "",
      "ERROR",
      "bad thing",
    ],
    [
      "Spring",
      "2024-06-11 08:02:17.441 ERROR 1 --- [   main] o.s.B   : bad thing",
      "",
      "ERROR",
      "bad thing",
    ],
    [
      "logcat",
      "06-11 08:02:17.441  123  456 E AndroidRuntime: FATAL EXCEPTION: main",
      "",
      "ERROR",
      "FATAL EXCEPTION: main",
    ],
    ["short logcat", "E/AndroidRuntime( 812): bad", "", "ERROR", "bad"],
    ["glog", "E1104 09:12:52.882000 3121 torch/api.py:869] failed", "", null, "failed"],
    ["a time alone", "20:30:13.172 [worker-1] ERROR bad thing", "", "ERROR", "bad thing"],
  ])("%s", (_, text, ...expected) => {
    const prefix = readLinePrefix(text);
    expect([prefix.writer, prefix.stamp?.level, text.slice(prefix.length)]).toEqual(expected);
  });
});
