import { describe, expect, it } from "@jest/globals";
import { phpOwner, readPhpFrame, splitPhpPlace } from "../../../src/extract/php/php-place.ts";
import { fenced, told } from "../told.ts";

describe("errors that PHP prints", () => {
  it.each([
    [
      "PHP 5, in HTML",
      [
        "<b>Fatal error</b>:  Uncaught exception 'A\\Gone' with message 'It's &quot;x&quot;' in /srv/a.php:3",
        "Stack trace:",
        "#0 {main}",
        "  thrown in <b>/srv/a.php</b> on line <b>3</b><br />",
      ],
      ['* line A\\Gone|It\'s "x" 2-5'],
    ],
    [
      "PHP 5, a message of two lines",
      [
        "PHP Fatal error:  Uncaught exception 'Exception' with message 'one",
        "two' in /srv/a.php:3",
        "Stack trace:",
        "#0 /srv/b.php(1): f()",
      ],
      ["* tb Exception|one 2-5"],
    ],
    [
      "a parse error",
      ["PHP Parse error:  syntax error, unexpected '}' in /srv/a.php on line 3"],
      ["* line Parse error|syntax error, unexpected '}' 2-2"],
    ],
    [
      "Apache's record",
      [
        "[Mon Oct 02 10:19:36.683485 2023] [php:error] [pid 3] [client 10.0.0.1:4] PHP Fatal error:  Uncaught TypeError: no in C:\\www\\a.php:20",
      ],
      ["* line TypeError|no 2-2"],
    ],
    [
      "nginx' record",
      [
        '2023/10/02 10:19:36 [error] 12#12: *1 FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught Error: no in /srv/a.php:20',
        "Stack trace:",
        "#0 /srv/b.php(1): f()",
        "#1 {main}",
      ],
      ["* tb Error|no 2-5"],
    ],
    [
      "WordPress' mail",
      [
        "An error of type E_ERROR was caused in line 3 of the file /srv/a.php. Error message: Uncaught Error: no in /srv/a.php:3",
        "Stack trace:",
        "#0 {main}",
      ],
      ["* line Error|no 2-4"],
    ],
    [
      "Xdebug's stack",
      [
        "PHP Fatal error:  Uncaught Error: no in /srv/a.php:3",
        "PHP Stack trace:",
        "PHP   1. {main}() /srv/a.php:0",
        "PHP   2. f($x = 1) /srv/a.php:9",
      ],
      ["* tb Error|no 2-5"],
    ],
    [
      "an exception that was written down",
      [
        "RuntimeException: no rates in /srv/a.php:3",
        "Stack trace:",
        "#0 /srv/b.php(1): f()",
        "#1 {main}",
      ],
      ["* tb RuntimeException|no rates 2-5"],
    ],
    [
      "Drupal",
      [
        'Drupal\\Core\\NotFound: The "x" type does not exist. in Drupal\\Core\\Types->get() (line 139 of core/lib/Types.php).',
      ],
      ['* line Drupal\\Core\\NotFound|The "x" type does not exist. 2-2'],
    ],
    ["a warning", ["PHP Warning:  Undefined variable $x in /srv/a.php on line 3"], []],
    ["an expected error", ["Fatal error: Uncaught Error: no in %s:%d"], []],
    ["a comment", ["// PHP Fatal error:  Uncaught Error: no in /srv/a.php:3"], []],
    ["code", ['error_log("PHP Fatal error:  Uncaught Error: no in a.php:3");'], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    [
      "I get `PHP Fatal error:  Uncaught Error: no in /srv/a.php:3` since then.",
      ["* line Error|no 1-1"],
    ],
    [
      "Fatal error: Uncaught TypeError: f(): Argument #1 must be of type int\n\nSee title.",
      ["* inline TypeError|f(): Argument #1 must be of type int 1-1"],
    ],
    ["It ends with a Fatal error: the page stays white.", []],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("errors that PHP programs write down", () => {
  it.each([
    [
      "Symfony's record",
      [
        '[2024-05-20T10:12:07.000000+00:00] request.CRITICAL: Uncaught PHP Exception App\\Gone: "gone" at /srv/A.php line 3 {"exception":"[object] (App\\\\Gone(code: 0): gone at /srv/A.php:3)"} []',
      ],
      ["* log App\\Gone|gone 2-2"],
    ],
    [
      "a message of two lines with quotes",
      [
        '[2024-05-20 10:12:07] local.ERROR: one {"exception":"[object] (App\\\\Gone(code: 0): one \\"x\\"',
        "two at /srv/A.php:3)",
        "[stacktrace]",
        "#0 /srv/b.php(1): f()",
        '"}',
      ],
      ['* tb App\\Gone|one "x" 2-6'],
    ],
    ["a record below an error", ["[2024-05-20 10:12:07] local.INFO: Cart.ERROR: no"], []],
    [
      "Laravel 5",
      [
        "   PDOException  : SQLSTATE[42S02]: no table",
        "",
        "  at /srv/vendor/laravel/framework/src/Connection.php:669",
        "    665|    // x",
        "",
        "  Exception trace:",
        "",
        '  1   PDO::prepare("x")',
        "      /srv/app/A.php:63",
      ],
      ["* tb PDOException|SQLSTATE[42S02]: no table 2-10"],
    ],
    [
      "Laravel 5, cut off",
      ["   Illuminate\\Database\\QueryException  : SQLSTATE[42S21]: exists"],
      ["* line Illuminate\\Database\\QueryException|SQLSTATE[42S21]: exists 2-2"],
    ],
    [
      "boxes of Symfony 2",
      [
        "  [Illuminate\\Database\\QueryException]",
        "  no database (SQL: create",
        "  table x)",
        "",
        "  [PDOException]",
        "  no database",
        "",
        "migrate [--force]",
      ],
      ["* line Illuminate\\Database\\QueryException|no database (SQL: create 2-7"],
    ],
    ["a box with other words", ["  [RuntimeOptions]", "  fast = yes"], []],
    [
      "fields on one line",
      [
        'Details Type: Error Message: Class "A" not found File: /srv/A.php Line: 25 Trace: #0 {main}',
      ],
      ['* line Error|Class "A" not found 2-2'],
    ],
    ["fields of a form", ["Type: Bug", "Message: none", "Line: 4"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("places and calls", () => {
  it.each([
    ["#0 C:\\www\\a.php(12): A\\Cart->open('x (1)')", "C:\\www\\a.php", 12, "A\\Cart->open"],
    ["#3 [internal function]: f()", null, null, "f"],
    ["#1 /srv/a.php(3): {closure:A\\f():2}(1)", "/srv/a.php", 3, "{closure:A\\f():2}"],
  ])("%s", (text, file, line, name) => {
    expect(readPhpFrame(text)).toMatchObject({ file, line, function: name });
  });

  it.each(["#1 is the first", "#include <a.h>", "0 /srv/a.php(12): f()"])(
    "%s is no call",
    (text) => {
      expect(readPhpFrame(text)).toBeNull();
    },
  );

  it.each([
    ["no in a in /srv/b.php:3", { text: "no in a", file: "/srv/b.php", line: 3 }],
    ["no in C:\\b.php on line 3", { text: "no", file: "C:\\b.php", line: 3 }],
    ["no in f() (line 3 of core/b.php).", { text: "no", file: "core/b.php", line: 3 }],
    ["nothing in here", null],
  ])("%s", (text, expected) => {
    expect(splitPhpPlace(text)).toEqual(expected);
  });

  it.each([
    ["/srv/vendor/slim/slim/Slim/App.php", true, "slim/slim"],
    ["C:\\xampp\\vendor\\a\\b\\C.php", true, "a/b"],
    ["/srv/wp-content/plugins/stats/stats.php", true, "stats"],
    ["/srv/wp-includes/plugin.php", true, "wordpress"],
    ["phar:///usr/bin/composer/src/A.php", true, null],
    ["/srv/my-vendor/a/b/C.php", false, null],
  ])("%s", (file, inLibrary, name) => {
    expect(phpOwner(file)).toEqual({ inLibrary, package: name });
  });
});
