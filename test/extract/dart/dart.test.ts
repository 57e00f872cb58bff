import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const call = "#0      Cart.open (package:shop/cart.dart:34:49)";
const rule = "═".repeat(60);

describe("Dart's own errors", () => {
  it.each([
    [
      "an unhandled one",
      [
        "Unhandled exception:",
        "FormatException: Unexpected character (at character 1)",
        "x",
        "^",
        "",
        call,
      ],
      ["* tb FormatException|Unexpected character (at character 1) 2-7"],
    ],
    [
      "Flutter's, through logcat",
      [
        "E/flutter (11054): [ERROR:flutter/runtime/dart_vm_initializer.cc(41)] Unhandled Exception: MissingPluginException(No implementation found for method a on channel b)",
        `E/flutter (11054): ${call}`,
        "E/flutter (11054): <asynchronous suspension>",
        "E/flutter (11054): #1      main (package:shop/main.dart:3:1)",
      ],
      ["* tb MissingPluginException|No implementation found for method a on channel b 2-5"],
    ],
    [
      "one without a type",
      [
        "[VERBOSE-2:ui_dart_state.cc(198)] Unhandled Exception: type 'Null' is not a subtype of type 'String'",
        call,
      ],
      ["* tb -|type 'Null' is not a subtype of type 'String' 2-3"],
    ],
    [
      "one whose places stand on lines of their own",
      [
        "Unhandled Exception: Bad state: No element",
        "#0      Cart.open",
        "package:shop/cart.dart:40",
      ],
      ["* tb -|Bad state: No element 2-4"],
    ],
    [
      "any above calls",
      ["RangeError (index): Invalid value: Not in inclusive range 0..2: 3", call],
      ["* tb RangeError|Invalid value: Not in inclusive range 0..2: 3 2-3"],
    ],
    ["a plain exception", ["Exception: no cart", call], ["* tb Exception|no cart 2-3"]],
    [
      "a debugger's",
      ["Exception has occurred.", "_CastError (Null check operator used on a null value)"],
      ["* line _CastError|Null check operator used on a null value 2-3"],
    ],
    [
      "a cast alone",
      ["type 'int' is not a subtype of type 'String' in type cast"],
      ["* line -|type 'int' is not a subtype of type 'String' in type cast 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads a cast that is quoted in prose", () => {
    expect(told("I get `type 'Null' is not a subtype of type 'int'` on start")).toEqual([
      "* inline -|type 'Null' is not a subtype of type 'int' 1-1",
    ]);
  });

  it("names packages, and knows the reporter's own by its main.dart", () => {
    const [report] = extract(
      fenced(
        "Unhandled exception:",
        "FormatException: x",
        "#0      JsonDecoder.convert (dart:convert/json.dart:612:36)",
        "#1      new Left (package:left/left.dart:3:1)",
        "#2      open (file:///C:/pub/.pub-cache/hosted/pub.dev/right-1.0.0/lib/right.dart:9:1)",
        "#3      Cart.open (package:shop/cart.dart:34:49)",
        "#4      main (package:shop/main.dart:3:1)",
      ),
    ).reports;
    expect(report?.frames.map((frame) => [frame.function, frame.package, frame.inLibrary])).toEqual(
      [
        ["main", null, false],
        ["Cart.open", null, false],
        ["open", "right", true],
        ["Left", "left", true],
        ["JsonDecoder.convert", null, true],
      ],
    );
    expect(report?.frames[2]?.file).toBe(
      "C:/pub/.pub-cache/hosted/pub.dev/right-1.0.0/lib/right.dart",
    );
  });

  it.each([
    ["code", ["throw FormatException('x');", "} on FormatException catch (e) {"]],
    ["code that prints", ["print('Unhandled Exception: $e');"]],
    ["a comment", ["// type 'Null' is not a subtype of type 'String'"]],
    ["calls alone", [call, "#1      main (package:shop/main.dart:3:1)"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});

describe("Flutter's boxes", () => {
  it.each([
    [
      "with a widget's state over two lines",
      [
        `══╡ EXCEPTION CAUGHT BY WIDGETS LIBRARY ╞${rule}`,
        "The following _TypeError was thrown building CartPage(dirty, state:",
        "_CartPageState#1234f):",
        "type 'Null' is not a subtype of type 'String'",
        "",
        "The relevant error-causing widget was:",
        "  CartPage",
        "",
        "When the exception was thrown, this was the stack:",
        call,
        "...     Normal element mounting (9 frames)",
        "#11     Element.inflate (package:flutter/src/widgets/framework.dart:4480:16)",
        rule,
        "Another exception was thrown: A RenderFlex overflowed by 99 pixels on the bottom.",
      ],
      [
        "* tb _TypeError|type 'Null' is not a subtype of type 'String' 2-14",
        "  line -|A RenderFlex overflowed by 99 pixels on the bottom. 15-15",
      ],
    ],
    [
      "without a stack",
      [
        `flutter: ══╡ EXCEPTION CAUGHT BY RENDERING LIBRARY ╞${rule}`,
        "flutter: The following assertion was thrown during layout:",
        "flutter: A RenderFlex overflowed by 42 pixels on the right.",
        "flutter:",
        `flutter: ${rule}`,
      ],
      ["* line assertion|A RenderFlex overflowed by 42 pixels on the right. 2-6"],
    ],
    [
      "as Android Studio draws them",
      [
        `======== Exception caught by widgets library ${"=".repeat(50)}`,
        "The following ArgumentError was thrown building Cart(dirty):",
        "ArgumentError: no cart",
        "=".repeat(60),
      ],
      ["* line ArgumentError|no cart 2-5"],
    ],
    [
      "without its rules",
      ["The following StateError was thrown while handling a gesture:", "Bad state: closed", call],
      ["* tb StateError|Bad state: closed 2-4"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("leaves the notes out of the message", () => {
    const text = fenced(
      "The following MissingThing was thrown building Cart(dirty):",
      "Could not find it.",
      "",
      "Add it above.",
      "",
      "The relevant error-causing widget was:",
      "  Cart",
    );
    expect(extract(text).reports.map(({ fullMessage }) => fullMessage)).toEqual([
      "Could not find it.\n\nAdd it above.",
    ]);
  });

  it.each([
    ["a sentence", "a\nb\n\nThe following error was thrown by me in the meeting."],
    ["a rule", fenced("═".repeat(40), "Exceptions", "═".repeat(40))],
  ])("none: %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("Dart's tools", () => {
  it.each([
    [
      "the compiler, with hints and source",
      [
        "lib/main.dart:35:45: Error: The getter 'x' isn't defined for the class 'Cart'.",
        " - 'Cart' is from 'package:shop/cart.dart' ('lib/cart.dart').",
        "    cart.x;",
        "         ^",
        "lib/main.dart:36:1: Warning: 'x' is unused.",
        "Target kernel_snapshot failed: Exception",
      ],
      ["* compiler Error|The getter 'x' isn't defined for the class 'Cart'. 2-5"],
    ],
    [
      "the compiler below flutter run's time",
      [
        "[        ] lib/main.dart:3:1: Error: No named parameter 'x'.",
        "[   +1 ms]   Cart(x);",
        "[   +1 ms]        ^",
      ],
      ["* compiler Error|No named parameter 'x'. 2-4"],
    ],
    [
      "the analyzer",
      [
        "  error • The method 'x' isn't defined • lib/main.dart:12:5 • undefined_method",
        "   info • Unused import • lib/main.dart:1:8 • unused_import",
        "  error • Undefined name 'y' at shop/lib/main.dart:13:27 • (undefined_identifier)",
        "  error - lib/main.dart:12:5 - Undefined class 'Z'. - undefined_class",
      ],
      [
        "* lint error|The method 'x' isn't defined 2-2",
        "  lint error|Undefined name 'y' 4-4",
        "  lint error|Undefined class 'Z'. 5-5",
      ],
    ],
    [
      "a test",
      [
        "00:01 +0 -1: cart sums [E]",
        "  Expected: <3>",
        "    Actual: <4>",
        "",
        "  package:matcher            expect",
        "  test/cart_test.dart 5:5    main.<fn>",
        "",
        "00:01 +0 -1: Some tests failed.",
      ],
      ["* test -|Expected: <3> 2-7"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["progress", ["00:01 +12 ~1: cart sums", "00:02 +13: All tests passed!"]],
    ["code", ['final text = "lib/main.dart:1:2: Error: x y";']],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});
