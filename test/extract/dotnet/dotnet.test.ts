import { describe, expect, it } from "@jest/globals";
import { dotnetOwner, readDotnetFrame } from "../../../src/extract/dotnet/dotnet-frame.ts";
import { fenced, told } from "../told.ts";

const call = "   at Shop.Cart.Open(String id) in C:\\src\\Cart.cs:line 12";

describe("exceptions of .NET", () => {
  it.each([
    [
      "unhandled",
      ["Unhandled exception. System.InvalidOperationException: no cart", call],
      ["* tb System.InvalidOperationException|no cart 2-3"],
    ],
    [
      "German",
      [
        "Unbehandelte Ausnahme: System.IO.IOException: weg",
        "   bei Shop.Cart.Open(String id) in C:\\src\\Cart.cs:Zeile 12.",
      ],
      ["* tb System.IO.IOException|weg 2-3"],
    ],
    [
      "French",
      [
        "System.IO.IOException: absent",
        "   à Shop.Cart.Open(String id) dans C:\\src\\Cart.cs:ligne 12",
      ],
      ["* tb System.IO.IOException|absent 2-3"],
    ],
    [
      "Russian",
      ["System.IO.IOException: нет", "   в Shop.Cart.Open(String id) в C:\\src\\Cart.cs:строка 12"],
      ["* tb System.IO.IOException|нет 2-3"],
    ],
    [
      "a message of several lines",
      ["System.IO.IOException: gone", "File name: 'a.txt'", call],
      ["* tb System.IO.IOException|gone 2-4"],
    ],
    [
      "a code behind the type",
      [
        "System.Net.Sockets.SocketException (10061): refused",
        "   at System.Net.Sockets.Socket.Connect(EndPoint remote)",
      ],
      ["* tb System.Net.Sockets.SocketException|refused 2-3"],
    ],
    [
      "a crash of the runtime",
      ["Fatal error. Internal CLR error. (0x80131506)", "   at Shop.Native.Read(Int32, IntPtr)"],
      ["* tb Fatal error|Internal CLR error. (0x80131506) 2-3"],
    ],
    [
      "a type alone",
      ["Shop.CartLockedException", "   at Shop.Cart..ctor()"],
      ["* tb Shop.CartLockedException| 2-3"],
    ],
    [
      "line ends that were lost",
      [
        "System.UnauthorizedAccessException: Access is denied. at System.IO.File.Open(String path) at Shop.Cart.Open()",
      ],
      ["* tb System.UnauthorizedAccessException|Access is denied. 2-2"],
    ],
    ["no call", ["System.IO.IOException: gone"], ["* line System.IO.IOException|gone 2-2"]],
    ["Java", ["a.GoneException: gone", "\tat a.B.c(B.java:1)"], ["* tb a.GoneException|gone 2-3"]],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("what tools of .NET print", () => {
  it.each([
    [
      "csc",
      ["Cart.cs(9,29): error CS0103: The name 'x' does not exist [/src/Shop.csproj]"],
      ["* compiler CS0103|The name 'x' does not exist 2-2"],
    ],
    [
      "Visual Studio's output",
      ["1>C:\\src\\Cart.cs(9,29,9,33): error CS0103: The name 'x' does not exist"],
      ["* compiler CS0103|The name 'x' does not exist 2-2"],
    ],
    [
      "Visual Studio's error list",
      ["Error\tCS0103\tThe name 'x' does not exist\tShop\tC:\\src\\Cart.cs\t9"],
      ["* compiler CS0103|The name 'x' does not exist 2-2"],
    ],
    [
      "MSBuild",
      ["MSBUILD : error MSB1003: Specify a project or solution file."],
      ["* build MSB1003|Specify a project or solution file. 2-2"],
    ],
    [
      "NuGet without a project",
      ["error NU1101: Unable to find package Shop. No packages exist with this id"],
      ["* build NU1101|Unable to find package Shop. No packages exist with this id 2-2"],
    ],
    ["a warning", ["Cart.cs(9,29): warning CS0168: never used [/src/Shop.csproj]"], []],
    ["code", ['Assert.Equal("a.cs(1,2): error CS0103: x", text);'], []],
    [
      "no runtime",
      ["You must install .NET to run this application.", "", "App: /src/shop"],
      ["* line -|You must install .NET to run this application. 2-2"],
    ],
    [
      "xUnit's runner",
      [
        "    Shop.CartTests.Opens [FAIL]",
        "      System.IO.IOException : gone",
        "      Stack Trace:",
        "        /src/CartTests.cs(12,0): at Shop.CartTests.Opens()",
      ],
      ["* test System.IO.IOException|gone 2-5"],
    ],
    [
      "NUnit's runner",
      [
        "1) Failed : Shop.CartTests.Opens",
        "  Expected: 1",
        "  But was:  2",
        "   at Shop.CartTests.Opens() in /src/CartTests.cs:line 12",
        "",
        "2) Error : Shop.CartTests.Closes",
        "System.IO.IOException : gone",
        "   at Shop.CartTests.Closes()",
      ],
      ["* test -|Expected: 1 2-5", "  test System.IO.IOException|gone 7-9"],
    ],
    ["records below an error", ["warn: Shop.Cart[3]", "      Failed to determine the port."], []],
    [
      "a record",
      ["crit: Shop.Cart[3]", "      Failed to open the cart."],
      ["* log crit|Failed to open the cart. 2-3"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("calls", () => {
  it.each([
    [
      "at Shop.Cart.<Open>d__3.MoveNext() in /src/Cart.cs:line 3",
      "/src/Cart.cs",
      3,
      "Shop.Cart.<Open>d__3.MoveNext",
    ],
    ["在 Shop.Cart.Open() 位置 C:\\a b\\Cart.cs:行号 3", "C:\\a b\\Cart.cs", 3, "Shop.Cart.Open"],
    [
      "at Shop.Cart.Open (System.String id) [0x0001a] in <0123abc>:0 ",
      null,
      null,
      "Shop.Cart.Open",
    ],
    [
      "at Shop.Cart.Open () <0x10c08b480 + 0x00017> in <filename unknown>:0",
      null,
      null,
      "Shop.Cart.Open",
    ],
    ["at (wrapper managed-to-native) Shop.Native.read(intptr)", null, null, "Shop.Native.read"],
    [
      "at Shop.Program.<Main>g__Run|0_0(String[] args) + 0x1a3",
      null,
      null,
      "Shop.Program.<Main>g__Run|0_0",
    ],
    ["at lambda_method(Closure , Object )", null, null, "lambda_method"],
  ])("%s", (text, file, line, name) => {
    expect(readDotnetFrame(text)).toMatchObject({ file, line, function: name });
  });

  it.each([
    "at a.B.c(B.java:3)",
    "at a.B.c(Native Method)",
    "at a.B.c(SourceFile)",
    "at Object.f (/srv/a.js:1:2)",
    "at Array.map (<anonymous>)",
    "at async Promise.all (index 0)",
    "in the shop (or not)",
    "at home.",
  ])("%s is no call", (text) => {
    expect(readDotnetFrame(text)).toBeNull();
  });

  it.each([
    ["System.IO.File.Open", "", true, null],
    ["Microsoft.EntityFrameworkCore.Query.Run", "", true, "Microsoft.EntityFrameworkCore"],
    ["Newtonsoft.Json.JsonReader.Read", "", true, "Newtonsoft.Json"],
    ["Npgsql.Internal.Connector.Read", "", true, "Npgsql"],
    ["Shop.Cart.Open", "Library/PackageCache/com.acme.shop@1.2/Cart.cs", true, "com.acme.shop"],
    ["Shop.Cart.Open", "", false, null],
  ])("%s belongs to a package or not", (name, file, inLibrary, owner) => {
    expect(dotnetOwner(name, file)).toEqual({ inLibrary, package: owner });
  });
});
