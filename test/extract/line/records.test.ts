import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

describe("records of logs", () => {
  it.each([
    ["ERROR:root:the job went away", "ERROR"],
    ["CRITICAL:app.db:the job went away", "CRITICAL"],
    ["ERROR:    the job went away", "ERROR"],
    ["ERROR - the job went away", "ERROR"],
    ["ERR| the job went away", "ERR"],
    ["[E] the job went away", "E"],
    ["[ERROR   ] [salt.state       ][1234] the job went away", "ERROR"],
    ["[E 10:00:00.123 NotebookApp] the job went away", "E"],
    ["[10:00:00 ERR] the job went away", "ERR"],
    ["[10:00:00] [Server thread/ERROR]: the job went away", "ERROR"],
    ["[2024-01-01 10:00:00 +0000] [12] [ERROR] the job went away", "ERROR"],
    ["[2024-01-01 10:00:00,123: ERROR/MainProcess] the job went away", "ERROR"],
    ["[2024-01-01T10:00:00Z ERROR my::module] the job went away", "ERROR"],
    ["2024-01-01T10:00:00.123456Z ERROR my::module: the job went away", "ERROR"],
    ["2024-01-01 10:00:00.123 | ERROR    | app.main:run:12 - the job went away", "ERROR"],
    ["[2024-01-01 10:00:00,123] ERROR in app: the job went away", "ERROR"],
    ["10:00:00.123 [main] ERROR c.e.App - the job went away", "ERROR"],
    ["2024/01/01 10:00:00 [error] 12#12: *1 the job went away", "error"],
    [
      "[Wed Oct 11 14:32:52.123456 2023] [core:error] [pid 3:tid 4] [client 10.0.0.9:1234] the job went away",
      "error",
    ],
    ["[2024-01-01 10:00:00] local.ERROR: the job went away", "ERROR"],
    ["[FATAL] (/src/a/b.cc:73: errno: x) the job went away", "FATAL"],
    ["ERROR the job went away then", "ERROR"],
    ["error The job went away", "error"],
    ["error ▶ the job went away", "error"],
    ['time="2024-01-01T10:00:00Z" level=fatal msg="the job went away" pod=a/b', "fatal"],
    ['level=error ts=2024 caller=main.go:12 msg="the job went away"', "error"],
    ['{"level":"error","ts":1.5,"logger":"a","msg":"the job went away"}', "error"],
    ['{"level":50,"time":1,"pid":12,"hostname":"x","msg":"the job went away"}', "50"],
    ['{"timestamp":"x","event":"the job went away","level":"critical"}', "critical"],
    ['{"@t":"x","@mt":"the job went away","@l":"Error"}', "Error"],
  ])("%s", (text, type) => {
    const message = text.includes("The job")
      ? "The job went away"
      : /the job.*?(?=["\\]|$)/.exec(text)?.[0];
    expect(told(fenced(text))).toEqual([`* log ${type}|${message} 2-2`]);
  });

  it.each([
    [
      "pino's error",
      '{"level":50,"err":{"type":"TypeError","message":"x is not a function"},"msg":"request failed"}',
      ["* log TypeError|x is not a function 2-2"],
    ],
    [
      "a logger in front",
      "ERROR: app.db.pool: the job went away",
      ["* log ERROR|the job went away 2-2"],
    ],
    [
      "git in Chinese",
      "致命错误：在 '/srv/a' 检测到可疑的仓库所有权",
      ["* log 致命错误|在 '/srv/a' 检测到可疑的仓库所有权 2-2"],
    ],
    [
      "a file in front, which is no logger",
      "fatal error: Python.h: No such file or directory",
      ["* log fatal error|Python.h: No such file or directory 2-2"],
    ],
    [
      "klog",
      'E0101 12:00:00.000000       1 a.go:138] "Unhandled Error" err="failed to watch: forbidden"',
      ["* log E|Unhandled Error 2-2"],
    ],
    [
      "two records",
      "10:00:00 ERROR one went away\n10:00:01 ERROR two went away",
      ["* log ERROR|one went away 2-2", "  log ERROR|two went away 3-3"],
    ],
    [
      "the same twice",
      "10:00:00 ERROR one went away\n10:00:01 ERROR one went away",
      ["* log ERROR|one went away 2-2"],
    ],
    [
      "a typed record over lines",
      "10:00:00 ERROR OSError: one went\n  away\n10:00:01 INFO bye",
      ["* log OSError|one went 2-3"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(fenced(...text.split("\n")))).toEqual(expected);
  });
});

describe("records that report nothing", () => {
  it.each([
    "INFO:root:the error went away",
    "[INFO] Could not find it, using the default",
    "[WARN ] [salt.state] failed to load x",
    "[10:00:00 INF] error count is 0",
    "10:00:00 INFO no error was found at all",
    'time="x" level=warning msg="failed to load, retrying" err="gone"',
    '{"level":"info","msg":"done","error":"none of them"}',
    '{"level":30,"msg":"an error went away"}',
    "[error](https://example.org) is a link to the page",
    "error    only what went wrong is shown",
    "en:\n  title: Hello\n  error: Something went wrong here\n  retry: Again",
    "error: 0.0132",
    "ERROR: 3",
    "Errors: 0, warnings: 2",
    "ERROR_RATE = 0.1  # of all requests",
    "error => console.log(error)",
    "error = run(the, job, again)",
    "errors found in the job: none",
    "error_page 500 502 503 504 /50x.html;",
    "[error] = messages",
    'level = "error"',
    "log_level: error  # or debug, info",
    "Found 3 errors in 2 files",
    "failed to push? see the docs: error codes",
  ])("%s", (text) => {
    expect(told(fenced(...text.split("\n")))).toEqual([]);
  });
});

describe("Kubernetes", () => {
  it.each([
    [
      "an event of a pod",
      '  Warning  Failed     2s (x3 over 1m)  kubelet            Failed to pull image "x": not found',
      ['* service Failed|Failed to pull image "x": not found 2-2'],
    ],
    [
      "in a table of events",
      "1s   Warning   BackOff   pod/web-1   Back-off restarting failed container",
      ["* service BackOff|Back-off restarting failed container 2-2"],
    ],
    [
      "a scheduler's",
      "Warning  FailedScheduling  10s  default-scheduler  0/3 nodes are available",
      ["* service FailedScheduling|0/3 nodes are available 2-2"],
    ],
    ["a normal one", "  Normal   Pulled     2s   kubelet  Successfully pulled image", []],
    [
      "a container that was killed",
      "    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137",
      ["* service OOMKilled|Exit Code:    137 5-6"],
    ],
    [
      "one that ended well",
      "    State:    Terminated\n      Reason:  Completed\n      Exit Code:  0",
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(fenced(...text.split("\n")))).toEqual(expected);
  });
});

describe("XML and HTTP", () => {
  it.each([
    [
      "S3",
      "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>a</Key></Error>",
      ["* service NoSuchKey|The specified key does not exist. 2-2"],
    ],
    [
      "over lines",
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>AccessDenied</Code>\n  <Message>Access Denied</Message>\n</Error>\nbye',
      ["* service AccessDenied|Access Denied 2-6"],
    ],
    [
      "SOAP",
      "<soap:Envelope><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>no session</faultstring></soap:Fault></soap:Body></soap:Envelope>",
      ["* service soap:Server|no session 2-2"],
    ],
    ["another document", "<Response><Code>0</Code><Message>It is done</Message></Response>", []],
    [
      "a log's configuration",
      '<appender name="ERROR"><level value="error"/><Message>x y</Message></appender>',
      [],
    ],
    [
      "a status",
      "HTTP/1.1 500 Internal Server Error\nServer: nginx",
      ["* service 500|Internal Server Error 2-2"],
    ],
    ["a status that is fine", "HTTP/1.1 200 OK\nServer: nginx", []],
    [
      "a browser's console",
      "GET https://example.org/x.js net::ERR_CONNECTION_REFUSED",
      [
        "* service net::ERR_CONNECTION_REFUSED|GET https://example.org/x.js net::ERR_CONNECTION_REFUSED 2-2",
      ],
    ],
    [
      "a gateway's page",
      "<html><head><title>502 Bad Gateway</title></head></html>",
      ["* service 502|Bad Gateway 2-2"],
    ],
    ["a status on its own", "502 Bad Gateway", []],
  ])("%s", (_, text, expected) => {
    expect(told(fenced(...text.split("\n")))).toEqual(expected);
  });
});
