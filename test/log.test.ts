import { once } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { createLog, libraryLog } from "../src/log.ts";

type Log = ReturnType<typeof createLog>;

function logged(level: string, write: (log: Log) => void): string {
  const destination = new PassThrough();
  write(createLog({ level, format: "json", destination }));
  return String(destination.read() ?? "");
}

describe("the log", () => {
  it("writes an error without what libraries attach to it", () => {
    const cause = Object.assign(new Error("Not Found"), {
      status: 404,
      request: { headers: { authorization: "token ghs_secret" }, body: "text of an issue" },
      response: { data: "text of an issue" },
      event: { payload: "text of an issue" },
    });
    const line = logged("info", (log) => log.error({ err: new Error("failed", { cause }) }, "Job"));
    expect(JSON.parse(line)).toMatchObject({
      msg: "Job",
      err: { name: "Error", message: "failed", cause: { message: "Not Found", status: 404 } },
    });
    expect(line).not.toMatch(/ghs_secret|text of an issue/);
  });

  it("treats an error that is logged alone in the same way", () => {
    const error = Object.assign(new Error("bad signature"), { event: { payload: "hidden" } });
    const line = logged("info", (log) => log.error(error));
    expect(line).toContain("bad signature");
    expect(line).not.toContain("hidden");
  });

  it("keeps libraries from writing out bodies at debug", () => {
    const text = logged("debug", (log) => {
      const quiet = libraryLog(log).child({ name: "octokit" });
      quiet.debug({ body: "text" }, "request");
      quiet.info("library");
      log.debug("ours");
    });
    expect(
      text
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { msg: string }).msg),
    ).toEqual(["library", "ours"]);
  });

  it("lets libraries be silent when all is to be silent", () => {
    expect(logged("silent", (log) => libraryLog(log).error("no"))).toBe("");
  });

  it("writes plain lines where asked to be readable", async () => {
    const destination = new PassThrough();
    createLog({ level: "info", format: "pretty", destination }).info({ issue: 3 }, "Job done");
    const [text] = (await once(destination, "data")) as [Buffer];
    expect(text.toString()).toMatch(/INFO.*Job done[^]*issue: 3/);
  });
});
