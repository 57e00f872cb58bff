import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ConfigError } from "../../src/errors.ts";
import { forgetDeliveries, isRecorded, recordDelivery } from "../../src/store/deliveries.ts";
import { findDiagnosis, saveDiagnosis } from "../../src/store/diagnoses.ts";
import type { StoredDiagnosis } from "../../src/store/diagnoses.ts";
import { lockFolder } from "../../src/store/folder-lock.ts";
import { listFailures, recordFailure } from "../../src/store/failures.ts";
import { openStore } from "../../src/store/store.ts";
import type { Store } from "../../src/store/store.ts";
import { testDatabases } from "./test-stores.ts";

const diagnosis: StoredDiagnosis = {
  // Larger than 32 bits, as GitHub's ids have become.
  repository: 9_000_000_001,
  issue: 7,
  comment: 5_000_000_002,
  knownErrors: ["huggingface/device-map", "pytorch/meta-tensor"],
  labels: ["error: device"],
  reason: null,
  fingerprint: "abc",
};

function onError(error: Error): void {
  throw error;
}

function fail(): void {
  throw new Error("the folder was lost");
}

describe.each(testDatabases)("the store on $name", ({ open }) => {
  let store: Store;

  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await store.close();
  });

  it("answers a ping", async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it("reads a diagnosis back as it was saved, ids as numbers", async () => {
    await saveDiagnosis(store.db, diagnosis);
    expect(await findDiagnosis(store.db, { repository: 9_000_000_001, issue: 7 })).toEqual(
      diagnosis,
    );
  });

  it("keeps the last diagnosis of an issue", async () => {
    const later: StoredDiagnosis = {
      ...diagnosis,
      issue: 8,
      comment: null,
      knownErrors: [],
      labels: [],
      reason: "no_match",
      fingerprint: null,
    };
    await saveDiagnosis(store.db, { ...diagnosis, issue: 8 });
    await saveDiagnosis(store.db, later);
    expect(await findDiagnosis(store.db, later)).toEqual(later);
  });

  it("knows nothing of an issue that was never diagnosed", async () => {
    expect(await findDiagnosis(store.db, { repository: 1, issue: 7 })).toBeNull();
  });

  it("records a delivery once and forgets it when asked", async () => {
    expect(await isRecorded(store.db, "d-1")).toBe(false);
    await recordDelivery(store.db, "d-1", "diagnose_issue");
    await recordDelivery(store.db, "d-1", "diagnose_issue");
    expect(await isRecorded(store.db, "d-1")).toBe(true);
    await forgetDeliveries(store.db, new Date(Date.now() - 3_600_000));
    expect(await isRecorded(store.db, "d-1")).toBe(true);
    await forgetDeliveries(store.db, new Date(Date.now() + 3_600_000));
    expect(await isRecorded(store.db, "d-1")).toBe(false);
  });

  it("lists failures, the last error of each delivery", async () => {
    const failure = {
      delivery: "d-2",
      repository: 9_000_000_001,
      issue: 7,
      kind: "diagnose_issue",
    };
    await recordFailure(store.db, { ...failure, error: "HttpError 500" });
    await recordFailure(store.db, { ...failure, error: "HttpError 404" });
    expect(await listFailures(store.db, 10)).toEqual([{ ...failure, error: "HttpError 404" }]);
  });
});

describe("a data folder", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "signpost-store-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("keeps what was saved, and belongs to one process at a time", async () => {
    const dataDir = path.join(folder, "data");
    const first = await openStore({ dataDir, onError });
    await saveDiagnosis(first.db, diagnosis);
    await expect(lockFolder(dataDir, { onLost: fail, waitSeconds: 0 })).rejects.toThrow(
      /DATA_DIR: another Signpost process runs on/,
    );
    await first.close();

    const second = await openStore({ dataDir, onError });
    expect(await findDiagnosis(second.db, diagnosis)).toEqual(diagnosis);
    await second.close();
  });

  it("that cannot be made is the operator's mistake", async () => {
    await expect(openStore({ dataDir: "/dev/null/data", onError })).rejects.toThrow(ConfigError);
  });
});

describe("a database URL", () => {
  it("that leads nowhere is the operator's mistake, told without the password", async () => {
    const databaseUrl = "postgres://signpost:geheim@127.0.0.1:1/signpost";
    const opening = openStore({ databaseUrl, dataDir: null, onError });
    await expect(opening).rejects.toThrow(ConfigError);
    await expect(opening).rejects.toThrow(/^(?![^]*geheim)[^]*DATABASE_URL: .*127\.0\.0\.1:1/);
  });
});
