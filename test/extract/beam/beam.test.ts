import { describe, expect, it } from "@jest/globals";
import { readElixirFrame } from "../../../src/extract/beam/elixir-frame.ts";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

describe("Elixir", () => {
  it.each([
    [
      "an exception of a script",
      ["** (RuntimeError) oops", "    run.exs:3: (file)"],
      ["* tb RuntimeError|oops 2-3"],
    ],
    [
      "a message of several lines",
      [
        "** (Postgrex.Error) ERROR 42P01 (undefined_table)",
        "",
        "    query: SELECT 1",
        "    (postgrex 0.17.5) lib/postgrex.ex:247: Postgrex.query!/4",
      ],
      ["* tb Postgrex.Error|ERROR 42P01 (undefined_table) 2-5"],
    ],
    [
      "Mix",
      ["** (Mix) Could not compile dependency :jason"],
      ["* line Mix|Could not compile dependency :jason 2-2"],
    ],
    [
      "an exit with its reason",
      [
        "** (exit) exited in: GenServer.call(A, :x, 5000)",
        "    ** (EXIT) time out",
        "    (elixir 1.16.2) lib/gen_server.ex:1103: GenServer.call/3",
      ],
      ["* tb exit|exited in: GenServer.call(A, :x, 5000) 2-4"],
    ],
    [
      "a shell whose process ended",
      ["** (EXIT from #PID<0.108.0>) shell process exited with reason: killed"],
      ["* line EXIT from #PID<0.108.0>|shell process exited with reason: killed 2-2"],
    ],
    [
      "the compiler before 1.15",
      ["error: undefined function foo/0", "  lib/geo.ex:3: Geo.run/0", ""],
      ["* compiler error|undefined function foo/0 2-3"],
    ],
    [
      "a failed assertion",
      [
        "  1) test opens (CartTest)",
        "     test/cart_test.exs:5",
        "     Assertion with == failed",
        "     code:  assert Cart.size() == 1",
        "     left:  2",
        "     right: 1",
        "     stacktrace:",
        "       test/cart_test.exs:6: (test)",
        "",
        "Finished",
      ],
      ["* test -|Assertion with == failed 2-9"],
    ],
    ["a comment", ["# ** (RuntimeError) oops"], []],
    [
      "a process that starts",
      ["GenServer Shop.Cart started", "Child A of Supervisor B started"],
      [],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads an exception that a sentence quotes", () => {
    expect(told("It says `** (KeyError) key :a not found` for each.")).toEqual([
      "* inline KeyError|key :a not found 1-1",
    ]);
  });

  it.each([
    [
      "(phoenix 1.7.2) lib/phoenix/router.ex:354: Phoenix.Router.__call__/5",
      "lib/phoenix/router.ex",
      354,
      true,
      "phoenix",
    ],
    ["(shop 0.1.0) lib/shop.ex:3: Shop.run/0", "lib/shop.ex", 3, false, null],
    [
      "(stdlib 5.2) gen_server.erl:1131: :gen_server.try_handle_call/4",
      "gen_server.erl",
      1131,
      true,
      null,
    ],
    [':erlang.binary_to_integer("x")', null, null, true, null],
    [":erlang.apply/2", null, null, true, null],
    ["iex:1: (file)", "iex", 1, false, null],
  ])("%s is a call", (text, file, line, ...[inLibrary, owner]) => {
    expect(readElixirFrame(text)).toMatchObject({ file, line, inLibrary, package: owner });
  });

  it.each(["(see below)", "lib/shop.ex", "a: b", "** (A) b", "1: from a.rb:3"])(
    "%s is no call",
    (text) => {
      expect(readElixirFrame(text)).toBeNull();
    },
  );
});

describe("Erlang", () => {
  it.each([
    [
      "a server's report",
      [
        "=ERROR REPORT==== 3-May-2024::09:41:10.204113 ===",
        "** Generic server <0.79.0> terminating",
        "** Last message in was x",
        "** When Server state == #{}",
        "** Reason for termination ==",
        "** {badmatch,[{cart,open,1,[]},",
        "               {gen,call,2,[]}]}",
      ],
      ["* crash -|{badmatch,[{cart,open,1,[]}, 2-8"],
    ],
    [
      "a process' report",
      [
        "=ERROR REPORT==== 3-May-2024::09:41:10.204113 ===",
        "Error in process <0.79.0> with exit value:",
        "{badarith,[{cart,open,1,[]}]}",
      ],
      ["* crash -|{badarith,[{cart,open,1,[]}]} 2-4"],
    ],
    [
      "the shell",
      ["1> cart:open(1).", "** exception error: undefined function cart:open/1"],
      ["* line error|undefined function cart:open/1 3-3"],
    ],
    [
      "a node that does not boot",
      ["init terminating in do_boot ({badarith,[{erlang,/,[1,0],[]}]})"],
      ["* crash -|init terminating in do_boot ({badarith,[{erlang,/,[1,0],[]}]}) 2-2"],
    ],
    [
      "erlc",
      [
        "src/cart.erl:3:15: variable 'Y' is unbound",
        "%    3| f() -> X = 1, Y.",
        "%     |               ^",
      ],
      ["* compiler error|variable 'Y' is unbound 2-4"],
    ],
    [
      "a warning",
      [
        "src/cart.erl:3:8: Warning: variable 'X' is unused",
        "=PROGRESS REPORT==== 3-May-2024 ===",
        "a: b",
      ],
      [],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("keeps the calls of a crash", () => {
    const text = fenced(
      "  crasher:",
      "    pid: <0.1.0>",
      "    exception exit: {noproc,",
      "                        {gen_server,call,[a,b]}}",
      "      in function  gen_server:call/2 (gen_server.erl, line 419)",
      "      in call from cart:open/1 (src/cart.erl, line 9)",
    );
    const [report] = extract(text).reports;
    expect([
      report?.type,
      report?.frames.map((frame) => [frame.function, frame.inLibrary]),
    ]).toEqual([
      "exit",
      [
        ["cart:open/1", false],
        ["gen_server:call/2", true],
      ],
    ]);
  });
});
