import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

describe("shells", () => {
  it.each([
    "bash: nvcc: command not found",
    "bash: line 1: conda: command not found",
    "-bash: ./run.sh: Permission denied",
    "sh: 1: ng: not found",
    "/bin/sh: node: not found",
    "zsh: command not found: brew",
    "zsh: no matches found: torch[cuda]",
    "fish: Unknown command: foo",
    "bash: syntax error near unexpected token `('",
    "./build.sh: line 12: [: too many arguments",
    "./build.sh: line 3: FOO: unbound variable",
    "'ng' is not recognized as an internal or external command,",
    "The system cannot find the path specified.",
    "系统找不到指定的路径。",
  ])("%s", (text) => {
    expect(told(fenced(text))).toEqual([`* line -|${text} 2-2`]);
  });

  it.each([
    [
      "cmd's second line",
      fenced(
        "'ng' is not recognized as an internal or external command,",
        "operable program or batch file.",
      ),
      "line -|'ng' is not recognized as an internal or external command, 2-3",
    ],
    [
      "cmd in Chinese",
      fenced("'ng' 不是内部或外部命令，也不是可运行的程序", "或批处理文件。"),
      "line -|'ng' 不是内部或外部命令，也不是可运行的程序 2-3",
    ],
    ["in prose", "a\n\nzsh: command not found: brew", "line -|zsh: command not found: brew 3-3"],
    [
      "in the title alone",
      "[Bug]: zsh: command not found: brew\n\nIt is installed.",
      "inline -|zsh: command not found: brew 1-1",
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual([`* ${expected}`]);
  });
});

describe("tools", () => {
  it.each([
    [
      "docker: Error response from daemon: pull access denied for x.",
      "Error response from daemon|pull access denied for x.",
    ],
    [
      "Error response from daemon: No such container: web",
      "Error response from daemon|No such container: web",
    ],
    [
      "ERROR: for web  Cannot start service web: driver failed",
      "ERROR|Cannot start service web: driver failed",
    ],
    [
      "nvidia-container-cli: initialization error: load library failed: libx.so.1: unknown.",
      "nvidia-container-cli|initialization error: load library failed: libx.so.1: unknown.",
    ],
    ['Error from server (NotFound): pods "web" not found', 'NotFound|pods "web" not found'],
    [
      "Error from server: etcdserver: request timed out",
      "Error from server|etcdserver: request timed out",
    ],
    [
      "Error: INSTALLATION FAILED: cannot re-use a name that is still in use",
      "INSTALLATION FAILED|cannot re-use a name that is still in use",
    ],
    ["fatal: refusing to merge unrelated histories", "fatal|refusing to merge unrelated histories"],
    ["CONFLICT (content): Merge conflict in a/b.ts", "CONFLICT (content)|Merge conflict in a/b.ts"],
    [
      "error: failed to push some refs to 'https://example.org/x.git'",
      "error|failed to push some refs to 'https://example.org/x.git'",
    ],
    [
      "curl: (60) SSL certificate problem: self signed certificate",
      "-|curl: (60) SSL certificate problem: self signed certificate",
    ],
    [
      "ssh: connect to host 10.0.0.1 port 22: Connection refused",
      "-|ssh: connect to host 10.0.0.1 port 22: Connection refused",
    ],
    ["Host key verification failed.", "-|Host key verification failed."],
    [
      "git@github.com: Permission denied (publickey).",
      "-|git@github.com: Permission denied (publickey).",
    ],
    [
      "wget: unable to resolve host address 'x.org'",
      "-|wget: unable to resolve host address 'x.org'",
    ],
    [
      "rsync error: some files could not be transferred (code 23) at main.c(1196)",
      "-|rsync error: some files could not be transferred (code 23) at main.c(1196)",
    ],
    ["E: Unable to locate package nvidia-docker2", "E|Unable to locate package nvidia-docker2"],
    [
      "dpkg: error processing package mysql-server (--configure):",
      "error|processing package mysql-server (--configure)",
    ],
    [
      'Error: No available formula with the name "foo".',
      'Error|No available formula with the name "foo".',
    ],
    ["No package docker-ce available.", "-|No package docker-ce available."],
  ])("%s", (text, expected) => {
    expect(told(fenced(text))).toEqual([`* line ${expected} 2-2`]);
  });
});

describe("Ansible", () => {
  it.each([
    [
      "a failed task",
      [
        'fatal: [web1]: FAILED! => {"changed": false, "msg": "No package matching \'x\' found", "rc": 1}',
      ],
      ["* log fatal|No package matching 'x' found 2-2"],
    ],
    [
      "over many lines",
      [
        "failed: [10.0.0.2] (item={u'a': u'b'}) => {",
        '    "changed": false,',
        '    "item": {"name": Folder},',
        '    "msg": "the folder must exist"',
        "}",
      ],
      ["* log failed|the folder must exist 2-6"],
    ],
    [
      "a host out of reach",
      ['web1 | UNREACHABLE! => {"changed": false, "msg": "Failed to connect to the host via ssh"}'],
      ["* log UNREACHABLE|Failed to connect to the host via ssh 2-2"],
    ],
    [
      "an ad hoc command",
      ["web1 | FAILED | rc=2 >>", "ls: cannot access /x"],
      ["* log FAILED|ls: cannot access /x 2-3"],
    ],
    [
      "the YAML callback",
      [
        "fatal: [web1]: FAILED! => changed=false",
        "  cmd: ls",
        "  msg: non-zero return code",
        "  rc: 2",
      ],
      ["* log fatal|non-zero return code 2-5"],
    ],
    [
      "before any task",
      ["ERROR! couldn't resolve module/action 'foo'"],
      ["* log ERROR|couldn't resolve module/action 'foo' 2-2"],
    ],
    [
      "a failure that is ignored",
      ['fatal: [web1]: FAILED! => {"changed": false, "msg": "x is not there"}', "...ignoring"],
      [],
    ],
    ["a changed task", ['changed: [web1] => {"changed": true, "msg": "installed x"}'], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("the dynamic loader", () => {
  it.each([
    [
      "./a: error while loading shared libraries: libz.so.1: cannot open shared object file: No such file or directory",
      "error while loading shared libraries: libz.so.1: cannot open shared object file: No such file or directory",
    ],
    [
      "./a: symbol lookup error: ./libb.so: undefined symbol: foo",
      "symbol lookup error: ./libb.so: undefined symbol: foo",
    ],
    [
      "out/flatc: /usr/lib/libstdc++.so.6: version `GLIBCXX_3.4.26' not found (required by out/flatc)",
      "/usr/lib/libstdc++.so.6: version `GLIBCXX_3.4.26' not found (required by out/flatc)",
    ],
    ["dyld[12]: Library not loaded: @rpath/libx.dylib", "Library not loaded: @rpath/libx.dylib"],
  ])("%s", (text, message) => {
    expect(told(fenced(text))).toEqual([`* line -|${message} 2-2`]);
  });
});

describe("tools in other languages than English", () => {
  it.each([
    ["致命错误：不是一个 git 仓库", "致命错误|不是一个 git 仓库"],
    ["错误：无法推送一些引用到 'x'", "错误|无法推送一些引用到 'x'"],
    ["Fehler: Pfad existiert nicht", "Fehler|Pfad existiert nicht"],
    [
      "erreur : impossible de pousser des références",
      "erreur|impossible de pousser des références",
    ],
    [
      "Das System kann den angegebenen Pfad nicht finden.",
      "-|Das System kann den angegebenen Pfad nicht finden.",
    ],
    ["Le fichier spécifié est introuvable.", "-|Le fichier spécifié est introuvable."],
    ['"npm" не является внутренней или внешней', '-|"npm" не является внутренней или внешней'],
    ["'npm' は、内部コマンドまたは外部コマンド、", "-|'npm' は、内部コマンドまたは外部コマンド、"],
    [
      "'pip' não é reconhecido como um comando interno",
      "-|'pip' não é reconhecido como um comando interno",
    ],
    ["make: gcc: 没有那个文件或目录", "-|make: gcc: 没有那个文件或目录"],
  ])("%s", (text, expected) => {
    expect(told(fenced(text))).toEqual([`* line ${expected} 2-2`]);
  });
});

describe("what no tool complains about", () => {
  it.each([
    ["a command", fenced("curl -sSL https://example.org/x.sh | bash")],
    ["a script", fenced("#!/bin/bash", 'echo "command not found" >&2', "exit 1")],
    ["a test of a script", fenced('[[ "$out" == *"bash: x: command not found"* ]]')],
    [
      "git's other lines",
      fenced("remote: Compressing objects: 100% (3/3), done.", "hint: Updates were rejected"),
    ],
    [
      "a play that went well",
      fenced('ok: [web1] => {"changed": false, "failed": false, "msg": "fine"}'),
    ],
    ["Chinese prose in a fence", fenced("这里记录如何安装：先下载，再运行脚本")],
    ["a label in Chinese prose", "x\n\n错误：安装以后打不开"],
    ["a translation", fenced('msgid "command not found"', 'msgstr "未找到命令"')],
    ["apt's own lines", fenced("Get:1 http://example.org stable InRelease", "E. g. this")],
    ["prose about a tool", "The daemon says nothing, docker works and ssh: too"],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("a tool's line between marks", () => {
  it.each([
    [
      "a code span",
      "`Error response from daemon: no such volume`",
      ["* line Error response from daemon|no such volume 3-3"],
    ],
    [
      "a quotation within a fence",
      "```\n> Error response from daemon: no such volume\n```",
      ["* line Error response from daemon|no such volume 4-4"],
    ],
    [
      "the first compose",
      "ERROR: Couldn't connect to Docker daemon at http+docker://localhost - is it running?",
      [
        "* line ERROR|Couldn't connect to Docker daemon at http+docker://localhost - is it running? 3-3",
      ],
    ],
    ["a code span without an error", "`Error response from daemon: `", []],
    ["two code spans", "`Error response` and `from daemon: `", []],
  ])("%s", (_, body, expected) => {
    expect(told(`Question\n\n${body}`)).toEqual(expected);
  });
});
