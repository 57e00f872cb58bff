import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { fetchAttachments } from "../../src/attachment/fetch-attachments.ts";
import type { Reference } from "../../src/extract/references.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());
beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

const path = "/user-attachments/files/1/run.log";
const attached: Reference = {
  kind: "attachment",
  url: `https://github.com${path}`,
  name: "run.log",
  line: 3,
};
const gist: Reference = {
  kind: "gist",
  url: "https://gist.githubusercontent.com/a/0123456789abcdef0123/raw",
  name: "0123456789abcdef0123",
  line: 4,
};

function missing(reason: string): object {
  return { attachments: [], missing: [{ name: "run.log", reason }] };
}

describe("fetchAttachments", () => {
  it("follows GitHub to where it keeps the file, without credentials", async () => {
    nock("https://github.com")
      .get(path)
      .reply(302, "", { location: "https://objects.githubusercontent.com/x?token=1" });
    const store = nock("https://objects.githubusercontent.com", { badheaders: ["authorization"] })
      .get("/x?token=1")
      .reply(200, "ValueError: x\n");
    expect(await fetchAttachments([attached])).toEqual({
      attachments: [{ name: "run.log", text: "ValueError: x\n" }],
      missing: [],
    });
    expect(store.isDone()).toBe(true);
  });

  it("takes what it can get", async () => {
    nock("https://github.com").get(path).reply(404);
    nock("https://gist.githubusercontent.com").get("/a/0123456789abcdef0123/raw").reply(200, "ok");
    expect(await fetchAttachments([attached, gist])).toEqual({
      attachments: [{ name: gist.name, text: "ok" }],
      missing: [{ name: "run.log", reason: "status 404" }],
    });
  });

  it.each([
    ["another host", "https://evil.example/x", "evil.example"],
    ["a host that only ends like one", "https://xgithub.com/x", "xgithub.com"],
    ["another port", "https://github.com:8443/x", "github.com"],
    ["plain http", "http://objects.githubusercontent.com/x", "objects.githubusercontent.com"],
    ["this machine", "https://127.0.0.1/x", "127.0.0.1"],
  ])("goes to no other place: %s", async (_, location, host) => {
    nock("https://github.com").get(path).reply(302, "", { location });
    expect(await fetchAttachments([attached])).toEqual(
      missing(`${host} is not a host of GitHub's files`),
    );
  });

  it("gives up on a circle", async () => {
    nock("https://github.com").get(path).times(9).reply(302, "", { location: path });
    expect(await fetchAttachments([attached])).toEqual(missing("more than 3 redirects"));
  });

  it("reads two megabytes and three files at most", async () => {
    nock("https://github.com").get(path).times(4).reply(200, "a".repeat(3_000_000));
    const { attachments } = await fetchAttachments([attached, attached, attached, attached]);
    expect(attachments.map(({ text }) => text.length)).toEqual([2_097_152, 2_097_152, 2_097_152]);
  });

  it("leaves data that is no text", async () => {
    nock("https://github.com")
      .get(path)
      .reply(200, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    expect(await fetchAttachments([attached])).toEqual(missing("not a text"));
  });
});
