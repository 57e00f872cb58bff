import { describe, expect, it } from "@jest/globals";
import { readRubyCall, readRubyPlace } from "../../../src/extract/ruby/ruby-place.ts";
import { fenced, told } from "../told.ts";

const from = "\tfrom app.rb:9:in '<main>'";

describe("exceptions that Ruby prints", () => {
  it.each([
    [
      "Ruby 3.4",
      ["app.rb:3:in 'Cart#open': empty cart (Cart::Empty)", from],
      ["* tb Cart::Empty|empty cart 2-3"],
    ],
    [
      "older quotes, on Windows",
      [
        "C:/shop/app.rb:3:in `open': no such file (Errno::ENOENT)",
        "\tfrom C:/shop/app.rb:9:in `<main>'",
      ],
      ["* tb Errno::ENOENT|no such file 2-3"],
    ],
    [
      "advice below the message",
      [
        "app.rb:3:in 'f': undefined method 'sizee' (NoMethodError)",
        "",
        "a.sizee",
        " ^^^^^^",
        "Did you mean?  size",
        from,
      ],
      ["* tb NoMethodError|undefined method 'sizee' 2-7"],
    ],
    [
      "a type of its own, without a message",
      ["app.rb:3:in 'f': Cart::Full (Cart::Full)", from],
      ["* tb Cart::Full|Cart::Full 2-3"],
    ],
    [
      "no message at all",
      ["app.rb:3:in 'f': unhandled exception", from],
      ["* tb -|unhandled exception 2-3"],
    ],
    ["a class alone", ["app.rb:3:in 'f': Cart::Full", from], ["* tb Cart::Full| 2-3"]],
    [
      "the type alone on a line",
      ["app.rb:3:in `f': could not build", "see the log", " (BuildError)", from],
      ["* tb BuildError|could not build 2-5"],
    ],
    [
      "a syntax error",
      ["app.rb:3: syntax error, unexpected end-of-input (SyntaxError)"],
      ["* line SyntaxError|syntax error, unexpected end-of-input 2-2"],
    ],
    [
      "no calls",
      ["-e:1:in 'Integer#/': divided by 0 (ZeroDivisionError)", "done"],
      ["* line ZeroDivisionError|divided by 0 2-2"],
    ],
    [
      "two errors, one behind the other",
      ["app.rb:3:in 'f': one (OneError)", "then", "app.rb:4:in 'g': two (TwoError)", from],
      ["* line OneError|one 2-2", "  tb TwoError|two 4-5"],
    ],
    [
      "calls first",
      [
        "Traceback (most recent call last):",
        "\t1: from app.rb:9:in `<main>'",
        "app.rb:3:in `f': late (LateError)",
      ],
      ["* tb LateError|late 2-4"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("exceptions that Ruby programs write down", () => {
  it.each([
    [
      "Ruby's logger",
      ["E, [2024-02-03T10:00:00.000001 #7] ERROR -- : too late (LateError)", "app.rb:3:in `f'"],
      ["* tb LateError|too late 2-3"],
    ],
    [
      "Sinatra",
      ["2024-02-03 10:00:00 - NoMethodError - undefined method 'x' for nil:", "\tapp.rb:3:in 'f'"],
      ["* tb NoMethodError|undefined method 'x' for nil 2-3"],
    ],
    [
      "Homebrew",
      ["Error: undefined method 'x' for nil", "Please report this issue:", "/opt/brew.rb:3:in 'f'"],
      ["* tb Error|undefined method 'x' for nil 2-4"],
    ],
    [
      "rake, without a type",
      [
        "rake aborted!",
        "Don't know how to build task 'x'",
        "",
        "(See full trace by running task with --trace)",
      ],
      ["* build -|Don't know how to build task 'x' 2-5"],
    ],
    [
      "rake 0.8 and a Rakefile",
      ["rake aborted!", "undefined method `x'", "/srv/Rakefile:17"],
      ["* tb -|undefined method `x' 2-4"],
    ],
    [
      "Rails' cleaned calls",
      [
        "NoMethodError (undefined method `x' for nil):",
        "  rack (2.2.3) lib/rack/etag.rb:27:in`call'",
      ],
      ["* tb NoMethodError|undefined method `x' for nil 2-3"],
    ],
    [
      "Rails' causes",
      [
        "Outer::Error (a):",
        "  ",
        "app.rb:3:in `f'",
        "  ",
        "Causes:",
        "",
        "Inner::Error (b)",
        "app.rb:4:in `g'",
      ],
      ["* tb Outer::Error|a 2-9"],
    ],
    [
      "JRuby",
      ["NameError: undefined local variable `x'", "  <main> at app.rb:3"],
      ["* tb NameError|undefined local variable `x' 2-3"],
    ],
    [
      "RuboCop",
      [
        "An error occurred while Style/If cop was inspecting /a.rb:1:2.",
        "undefined method `x' for nil",
        "/x/gems/rubocop-1.2.0/lib/rubocop/cop/if.rb:3:in `f'",
        "/x/a.rb:4:in `g'",
      ],
      ["* tb -|undefined method `x' for nil 2-5"],
    ],
    [
      "Fluentd",
      [
        '2018-10-11 09:00:04 +0900 [error]: #0 unexpected error error_class=NoMethodError error="undefined method `x\' for \\"a\\""',
        "  2018-10-11 09:00:04 +0900 [error]: #0 /x/gems/fluentd-1.2.2/lib/fluent/event.rb:323:in `each'",
      ],
      ['* tb NoMethodError|undefined method `x\' for "a" 2-3'],
    ],
    [
      "Jekyll",
      [
        "  Liquid Exception: Unknown tag 'when' in _layouts/a.html",
        "jekyll 3.8.5 | Error:  Unknown tag 'when'",
      ],
      ["* build Liquid Exception|Unknown tag 'when' 2-2", "  build Error|Unknown tag 'when' 3-3"],
    ],
    [
      "fastlane",
      [
        "[12:00:01]: fastlane finished with errors",
        "",
        "[!] Error building the application - see the log above",
      ],
      ["* build -|Error building the application - see the log above 4-4"],
    ],
    [
      "CocoaPods' notices",
      ["[!] Please close any current Xcode sessions and use `A.xcworkspace`."],
      [],
    ],
    ["no call below", ["NoMethodError (undefined method `x' for nil):", "and that is all"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("tests", () => {
  it.each([
    [
      "RSpec without a blank line",
      [
        "  1) Cart opens",
        "     Failure/Error: cart.open",
        "       expected nil to be open",
        "     # ./cart_spec.rb:3",
      ],
      ["* test -|expected nil to be open 2-5"],
    ],
    [
      "RSpec while loading",
      [
        "An error occurred while loading ./a_spec.rb.",
        "Failure/Error: require 'x'",
        "",
        "LoadError:",
        "  cannot load such file -- x",
        "# ./a_spec.rb:1:in `<top (required)>'",
      ],
      ["* test LoadError|cannot load such file -- x 2-7"],
    ],
    [
      "Minitest",
      [
        "  1) Failure:",
        "CartTest#test_open [test/cart_test.rb:5]:",
        "Expected: 1",
        "  Actual: 2",
        "",
        "1 runs",
      ],
      ["* test -|Expected: 1 2-5"],
    ],
    [
      "Minitest through Rails",
      [
        "Error:",
        "CartTest#test_open:",
        "NoMethodError: undefined method 'x' for nil",
        "    test/cart_test.rb:5:in 'open'",
      ],
      ["* test NoMethodError|undefined method 'x' for nil 2-5"],
    ],
    ["a list", ["1) Cart opens", "2) Cart closes", "Failure:", "none"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("gems", () => {
  it.each([
    [
      "Bundler 2.4",
      [
        "Could not find compatible versions",
        "",
        "Because a >= 2 depends on b < 1",
        "  and b is 3,",
        "version solving has failed.",
        "x",
      ],
      ["* build -|Could not find compatible versions 2-6"],
    ],
    [
      "a missing gem",
      ["Could not find gem 'rails (~> 9)' in any of the sources."],
      ["* build -|Could not find gem 'rails (~> 9)' in any of the sources. 2-2"],
    ],
    [
      "gems not installed",
      ["Could not find rake-13.0.6, json-2.6.1 in locally installed gems", "Run `bundle install`"],
      ["* build -|Could not find rake-13.0.6, json-2.6.1 in locally installed gems 2-2"],
    ],
    [
      "no right to write",
      [
        "ERROR:  While executing gem ... (Gem::FilePermissionError)",
        "    You don't have write permissions.",
      ],
      ["* build Gem::FilePermissionError|You don't have write permissions. 2-3"],
    ],
    [
      "gem install",
      [
        "ERROR:  Error installing snappy:",
        "\tERROR: Failed to build gem native extension.",
        "",
        "snappy.c:3:10: fatal error: 'snappy-c.h' file not found",
        "Results logged to /x",
      ],
      ["* build ERROR|Error installing snappy: 2-6"],
    ],
    [
      "CocoaPods",
      [
        '[!] CocoaPods could not find compatible versions for pod "Cart":',
        "  In Podfile:",
        "    Cart (~> 2.0)",
      ],
      ['* build -|CocoaPods could not find compatible versions for pod "Cart": 2-4'],
    ],
    [
      "gems that were found",
      ["Using rake 13.0.6", "Bundle complete! 3 gems", "Your Ruby version is fine"],
      [],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("calls", () => {
  it.each([
    ["from (irb):1", "(irb)", 1, null, false, null],
    [
      "\tfrom /x/gems/nokogiri-1.13.0-x86_64-linux/lib/n.rb:2:in 'parse'",
      "/x/gems/nokogiri-1.13.0-x86_64-linux/lib/n.rb",
      2,
      "parse",
      true,
      "nokogiri",
    ],
    [
      "org/jruby/RubyKernel.java:974:in `require'",
      "org/jruby/RubyKernel.java",
      974,
      "require",
      true,
      null,
    ],
    ["  <main> at app.rb:3", "app.rb", 3, "<main>", false, null],
    [
      "  require at org/jruby/RubyKernel.java:974",
      "org/jruby/RubyKernel.java",
      974,
      "require",
      true,
      null,
    ],
    ["rack (2.2.3) lib/rack/etag.rb:27:in `call'", "lib/rack/etag.rb", 27, "call", true, "rack"],
  ])("%s", (text, file, line, ...[name, inLibrary, owner]) => {
    expect(readRubyCall(text)).toEqual({ file, line, function: name, inLibrary, package: owner });
  });

  it.each([
    "from here",
    "at 10:30 in town",
    "lib/x.ex:1: M.f/1",
    "a.lua:3: in function 'f'",
    "x.rb:3: no",
  ])("%s is no call", (text) => {
    expect(readRubyCall(text)).toBeNull();
  });

  it("leaves what stands behind a place", () => {
    expect(readRubyPlace("a.rb:1:in 'f': gone (GoneError)")?.rest).toBe(": gone (GoneError)");
  });
});
