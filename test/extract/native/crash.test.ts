import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { readGdbFrame } from "../../../src/extract/native/gdb-frame.ts";
import { readNativeFrame } from "../../../src/extract/native/native-frame.ts";
import { readSanitizerFrame } from "../../../src/extract/native/sanitizer-frame.ts";
import { fenced, told } from "../told.ts";

describe("native programs that died", () => {
  it.each([
    [
      "assert of glibc",
      fenced("app: a.c:3: f: Assertion `n > 0' failed.", "Aborted (core dumped)"),
      ["* crash -|Assertion `n > 0' failed. 2-3"],
    ],
    [
      "assert of libstdc++",
      fenced(
        "/usr/include/c++/9/bits/stl_vector.h:1042: T& std::vector<T>::operator[](size_t): Assertion '__n < this->size()' failed.",
      ),
      ["* crash -|Assertion '__n < this->size()' failed. 2-2"],
    ],
    [
      "assert of macOS",
      fenced("Assertion failed: (n > 0), function f, file a.c, line 3."),
      ["* crash Assertion failed|(n > 0), function f, file a.c, line 3. 2-2"],
    ],
    [
      "assert of MSVC",
      fenced("Assertion failed: n > 0, file a.c, line 3"),
      ["* crash Assertion failed|n > 0, file a.c, line 3 2-2"],
    ],
    [
      "MSVC's box",
      fenced(
        "Debug Assertion Failed!",
        "",
        "Program: a.exe",
        "File: vector",
        "Line: 1566",
        "",
        "Expression: vector subscript out of range",
      ),
      ["* crash Assertion failed|vector subscript out of range 2-8"],
    ],
    ["a macro", fenced("a.c:3: GGML_ASSERT(n > 0) failed"), ["* crash GGML_ASSERT|n > 0 2-2"]],
    [
      "GLib",
      fenced("ERROR:a.c:3:f: assertion failed (x == 1): (2 == 1)"),
      ["* crash ERROR|assertion failed (x == 1): (2 == 1) 2-2"],
    ],
    [
      "OpenCV 3",
      fenced("OpenCV(3.4.1) Error: Assertion failed (x) in imshow, file /a.cpp, line 3"),
      ["* crash OpenCV Error|Assertion failed (x) in imshow, file /a.cpp, line 3 2-2"],
    ],
    [
      "an assert in prose",
      "It dies: \napp: a.c:3: f: Assertion `n > 0' failed.",
      ["* crash -|Assertion `n > 0' failed. 2-2"],
    ],
    [
      "Ray's check",
      fenced("[FATAL] (/r/a.cc:73: errno: Success) Check failure: 0"),
      ["* crash FATAL|Check failure: 0 2-2"],
    ],
    [
      "Chromium's check",
      fenced("[1:2:0101/120000.1:FATAL:a.cc(12)] Check failed: x."),
      ["* crash FATAL|Check failed: x. 2-2"],
    ],
    [
      "an exception",
      fenced("terminate called after throwing an instance of 'a::E'", "  what():  no x"),
      ["* crash a::E|no x 2-3"],
    ],
    [
      "an exception of libc++",
      fenced("libc++abi: terminating due to uncaught exception of type a::b::E: no x"),
      ["* crash a::b::E|no x 2-2"],
    ],
    [
      "an exception of Cocoa",
      fenced("*** Terminating app due to uncaught exception 'NSRangeException', reason: 'no x'"),
      ["* crash NSRangeException|no x 2-2"],
    ],
    [
      "a heap",
      fenced("double free or corruption (!prev)", "Aborted"),
      ["* crash -|double free or corruption (!prev) 2-3"],
    ],
    [
      "an old heap",
      fenced("*** Error in `./a': free(): invalid pointer: 0x00007f ***"),
      ["* crash -|free(): invalid pointer: 0x00007f 2-2"],
    ],
    [
      "a stack",
      fenced("*** stack smashing detected ***: terminated", "Aborted (core dumped)"),
      ["* crash -|stack smashing detected ***: terminated 2-3"],
    ],
    [
      "bash",
      fenced("run.sh: line 3:  99 Segmentation fault      (core dumped) ./a"),
      ["* crash Segmentation fault|(core dumped) 2-2"],
    ],
    ["bash on macOS", fenced("Segmentation fault: 11"), ["* crash Segmentation fault| 2-2"]],
    [
      "a job",
      fenced("[1]+  Aborted                 (core dumped) ./a"),
      ["* crash Aborted|(core dumped) 2-2"],
    ],
    ["zsh", fenced("zsh: segmentation fault  ./a"), ["* crash segmentation fault| 2-2"]],
    [
      "fish",
      fenced("fish: Job 1, './a' terminated by signal SIGSEGV (Address boundary error)"),
      [
        "* crash SIGSEGV|fish: Job 1, './a' terminated by signal SIGSEGV (Address boundary error) 2-2",
      ],
    ],
    [
      "strace",
      fenced("+++ killed by SIGSEGV (core dumped) +++"),
      ["* crash SIGSEGV|+++ killed by SIGSEGV (core dumped) +++ 2-2"],
    ],
    [
      "truss",
      fenced("SIGNAL 12 (SIGSYS)", "process exit, rval = 0"),
      ["* crash SIGSYS|SIGNAL 12 (SIGSYS) 2-3"],
    ],
    [
      "Open MPI",
      fenced(
        "[n1:12] Signal: Segmentation fault (11)",
        "[n1:12] Signal code: Address not mapped (1)",
        "[n1:12] [ 0] /lib/libc.so.6(+0x42520)[0x7f11]",
      ),
      ["* crash Segmentation fault|(11) 2-4"],
    ],
    [
      "UCX",
      fenced(
        "[n1:12 :0:12] Caught signal 11 (Segmentation fault: address not mapped to object at address (nil))",
      ),
      ["* crash Segmentation fault|address not mapped to object at address (nil) 2-2"],
    ],
    [
      "an IDE on Windows",
      fenced("Process finished with exit code -1073741819 (0xC0000005)"),
      ["* crash 0xC0000005|Process finished with exit code -1073741819 (0xC0000005) 2-2"],
    ],
    [
      "Visual Studio",
      fenced(
        "Unhandled exception at 0x00007FF6 in a.exe: 0xC0000005: Access violation reading location 0x0.",
      ),
      ["* crash 0xC0000005|Access violation reading location 0x0. 2-2"],
    ],
    [
      "WinDbg",
      fenced("(4a8.5c8): Access violation - code c0000005 (first chance)"),
      ["* crash c0000005|Access violation 2-2"],
    ],
    [
      "Unreal",
      fenced(
        "Unhandled Exception: EXCEPTION_ACCESS_VIOLATION reading address 0x0",
        "",
        "UE4Editor_Engine!AActor::Tick() [D:\\a.cpp:12]",
      ),
      ["* crash EXCEPTION_ACCESS_VIOLATION|reading address 0x0 2-4"],
    ],
    [
      "the kernel",
      "dmesg says\n[ 81.5] a[12]: segfault at 0 ip 1 sp 2 error 4 in liba.so[3+4]",
      ["* crash segfault|at 0 ip 1 sp 2 error 4 in liba.so[3+4] 2-2"],
    ],
    [
      "a kernel's panic",
      fenced("[    1.2] Kernel panic - not syncing: VFS: Unable to mount root fs"),
      ["* crash Kernel panic|not syncing: VFS: Unable to mount root fs 2-2"],
    ],
    [
      "a minidump",
      fenced(
        "Crash reason:  SIGSEGV /SEGV_MAPERR",
        "Crash address: 0x0",
        "",
        "Thread 0 (crashed)",
        " 0  libx.so!f [a.c : 3 + 0x5]",
        "    rip = 0x1",
        " 1  app + 0x46",
      ),
      ["* crash SIGSEGV|/SEGV_MAPERR 2-8"],
    ],
    [
      "gdb without a backtrace",
      fenced("Program received signal SIGSEGV, Segmentation fault.", "0x0000000000bbe169 in f ()"),
      ["* gdb SIGSEGV|Segmentation fault. 2-3"],
    ],
    [
      "an old core",
      fenced("Program terminated with signal 11, Segmentation fault.", "#0  f () at a.c:3"),
      ["* gdb Segmentation fault|Segmentation fault. 2-3"],
    ],
    ["ggml's abort", fenced("/a/ggml.c:15229: fatal error"), ["* crash -|fatal error 2-2"]],
    [
      "Bitcoin's last words",
      fenced(
        "EXCEPTION: St9bad_alloc       ",
        "std::bad_alloc       ",
        "bitcoin in ThreadMessageHandler()       ",
      ),
      ["* crash St9bad_alloc|std::bad_alloc 2-4"],
    ],
    [
      "a shell in quotes",
      'It prints "Illegal instruction (core dumped)" and exits.',
      ["* inline Illegal instruction|(core dumped) 1-1"],
    ],
    [
      "a backtrace alone",
      fenced("#0  raise (sig=6) at raise.c:51", "#1  abort () at abort.c:79", "#2  f () at a.c:3"),
      ["* gdb -| 2-4"],
    ],
    [
      "a handler's fields",
      fenced("[ pid=12 ] Process aborted! signo=SIGSEGV(11), reason=SEGV_MAPERR"),
      ["* crash SIGSEGV|[ pid=12 ] Process aborted! signo=SIGSEGV(11), reason=SEGV_MAPERR 2-2"],
    ],
    ["ggml of old", fenced("GGML_ASSERT: /a/ggml.c:3: n > 0"), ["* crash GGML_ASSERT|n > 0 2-2"]],
    [
      "systemd",
      fenced("Assertion 'n > 0' failed at src/a.c:3, function f(). Aborting."),
      ["* crash -|Assertion 'n > 0' failed at src/a.c:3, function f(). Aborting. 2-2"],
    ],
    [
      "a shell without a fence",
      "It ends with\n\nSegmentation fault (core dumped)",
      ["* crash Segmentation fault|(core dumped) 3-3"],
    ],
    [
      "a shell in a code span",
      "It ends with `Segmentation fault (core dumped)` each time",
      ["* inline Segmentation fault|(core dumped) 1-1"],
    ],
    [
      "a shell at a sentence's end",
      "After an hour I get Segmentation fault (core dumped).",
      ["* inline Segmentation fault|(core dumped) 1-1"],
    ],
    [
      "TensorFlow's check",
      fenced(
        "2024-03-01 10:00:01.3: F tensorflow/core/a.cc:152] Check failed: ret == 0 (11 vs. 0)",
        "*** Check failure stack trace: ***",
        "    @     0x7f8e2c  f()",
        "Aborted (core dumped)",
      ),
      ["* crash -|Check failed: ret == 0 (11 vs. 0) 2-5"],
    ],
    [
      "ASAN",
      fenced(
        "==1==ERROR: AddressSanitizer: SEGV on unknown address 0x0",
        "    #0 0x4f in main a.c:3",
      ),
      ["* sanitizer AddressSanitizer|SEGV on unknown address 0x0 2-3"],
    ],
    [
      "MSAN",
      fenced("==1==WARNING: MemorySanitizer: use-of-uninitialized-value"),
      ["* sanitizer MemorySanitizer|use-of-uninitialized-value 2-2"],
    ],
    [
      "libFuzzer",
      fenced("==1== ERROR: libFuzzer: deadly signal"),
      ["* sanitizer libFuzzer|deadly signal 2-2"],
    ],
    [
      "UBSAN",
      fenced("a.c:3:5: runtime error: division by zero"),
      ["* sanitizer runtime error|division by zero 2-2"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("prefers what names the signal to what the shell says", () => {
    const text = fenced(
      "./a.sh: line 1: 12 Bad system call (core dumped) ./a",
      "SIGNAL 12 (SIGSYS)",
    );
    const { reports, primary } = extract(text);
    expect(reports[primary ?? -1]?.type).toBe("SIGSYS");
  });

  it.each([
    ["a name", fenced("registered handler for signal 11 (SIGSEGV)", "kill -SIGTERM 12")],
    [
      "code",
      fenced(
        'puts("Segmentation fault (core dumped)");',
        "assert(n > 0);",
        'throw "terminate called";',
      ),
    ],
    ["a format", fenced('fprintf(stderr, "%s:%d: GGML_ASSERT(%s) failed", f, l, x);')],
    [
      "a good exit",
      fenced("Process finished with exit code 0", "Process finished with exit code 1"),
    ],
    [
      "a breakpoint",
      fenced("* thread #1, stop reason = breakpoint 1.1", "    frame #0: 0x1 a`main at a.c:3:1"),
    ],
    ["a word alone", fenced("Aborted", "by the user")],
    [
      "a backtrace of a program that waits",
      fenced("#0  poll (n=1) at poll.c:29", "#1  main () at a.c:3"),
    ],
    ["a wish", "It should print `Segmentation fault (core dumped)` then"],
    [
      "prose",
      "A Segmentation fault (core dumped) is what bash prints, and AddressSanitizer: is a tool",
    ],
    [
      "Valgrind's sums",
      fenced("==1== LEAK SUMMARY:", "==1==    definitely lost: 0 bytes in 0 blocks"),
    ],
    [
      "tests that passed",
      fenced("[       OK ] A.b (1 ms)", "100% tests passed, 0 tests failed out of 2"),
    ],
  ])("nothing of %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("calls of native programs", () => {
  it.each([
    ["./app(main+0x1f) [0x4559]", "./app", null, "main", false],
    [
      "/lib/x86_64-linux-gnu/libc.so.6(+0x2a3b8) [0x71a8]",
      "/lib/x86_64-linux-gnu/libc.so.6",
      null,
      null,
      true,
    ],
    [
      "[ 3] /usr/lib/libmpi.so(PMPI_Init+0x8)[0x71a8]",
      "/usr/lib/libmpi.so",
      null,
      "PMPI_Init",
      true,
    ],
    ["/a/libx.so(a::f(int, char)+0x12) [0x71a8]", "/a/libx.so", null, "a::f(int, char)", false],
    [
      "    @     0x7f8e2c  google::LogMessage::Fail()",
      null,
      null,
      "google::LogMessage::Fail()",
      false,
    ],
    ["    @     0x7f8e2c       3392  (unknown)", null, null, null, false],
    [
      "frame #1: c10::Error::Error(int) + 0x57 (0x7f8e in /o/site-packages/torch/lib/libc10.so)",
      "/o/site-packages/torch/lib/libc10.so",
      null,
      "c10::Error::Error(int)",
      true,
    ],
    [
      "7   libdyld.dylib                       0x00007fff8b4605ad start + 1",
      "libdyld.dylib",
      null,
      "start",
      true,
    ],
    ["0   app  \t 0x100021b94 f + 64 (a.c:88)", "a.c", 88, "f", false],
    [" 2# main at /x/a.cpp:12", "/x/a.cpp", 12, "main", false],
    [" 3# f in ./a.out", "./a.out", null, "f", false],
  ])("%s", (text, ...expected) => {
    const frame = readNativeFrame(text);
    expect([frame?.file, frame?.line, frame?.function, frame?.inLibrary]).toEqual(expected);
  });
  it.each([
    ["#0  0x00005 in f (a=1) at a.c:12", "a.c", 12, "f"],
    ["#1  main () at /x y/a.c:3", "/x y/a.c", 3, "main"],
    ["#2  0x00007 in ?? () from /usr/lib/liba.so.1", "/usr/lib/liba.so.1", null, null],
    ["#3  <signal handler called>", null, null, "<signal handler called>"],
    [
      '#4  0x00007 in std::f(int, char) (this=0x0, s="a at b") at a.h:9',
      "a.h",
      9,
      "std::f(int, char)",
    ],
  ])("%s", (text, file, line, name) => {
    const frame = readGdbFrame(text);
    expect([frame?.file, frame?.line, frame?.function]).toEqual([file, line, name]);
  });

  it.each([
    ["    #0 0x4f3b in main /x/a.c:5:10", "/x/a.c", 5, "main"],
    [
      "    #1 0x7f in f(int) (/lib/libc.so.6+0x29d8f) (BuildId: 69389d48)",
      "/lib/libc.so.6",
      null,
      "f(int)",
    ],
    [
      "    #2 0x7ff7 in insert+0x222 (C:\\A B\\run.exe+0x140003202)",
      "C:\\A B\\run.exe",
      null,
      "insert",
    ],
    ["    #3 0x7f (/lib/libc.so.6+0x29d8f)", "/lib/libc.so.6", null, null],
    ["    #4 f /x/a.c:44:12 (app+0xcd22d)", "/x/a.c", 44, "f"],
    ["    #5 main <null> (app+0xcd3c2)", "app", null, "main"],
    ["    #6 0x10cee in start+0x1cd (dyld:x86_64+0x552d)", "dyld", null, "start"],
  ])("%s", (text, file, line, name) => {
    const frame = readSanitizerFrame(text);
    expect([frame?.file, frame?.line, frame?.function]).toEqual([file, line, name]);
  });
});
