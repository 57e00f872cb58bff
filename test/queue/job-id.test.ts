import { describe, expect, it } from "@jest/globals";
import { jobId } from "../../src/queue/job-id.ts";

describe("the id of a delivery's job", () => {
  it("is the delivery's own when that is a UUID", () => {
    expect(jobId("72D3162E-CC78-11E3-81AB-4C9367DC0958")).toBe(
      "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    );
  });

  it("is a UUID made from it otherwise, always the same", () => {
    expect(jobId("delivery-17")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(jobId("delivery-17")).toBe(jobId("delivery-17"));
    expect(jobId("delivery-17")).not.toBe(jobId("delivery-18"));
  });
});
