import { Probot } from "probot";
import type { Logger } from "pino";
import { createApp } from "./app.ts";
import { fetchAttachments } from "./attachment/fetch-attachments.ts";
import type { ServerEnvironment } from "./environment.ts";
import { createGitHubApp } from "./github-app.ts";
import type { JobDependencies } from "./job/job-dependencies.ts";
import { createJobHandler } from "./job/handle-job.ts";
import { bundledKnowledgeDir, loadKnowledge } from "./knowledge/load.ts";
import { libraryLog } from "./log.ts";
import { compileKnowledge } from "./match/knowledge-base.ts";
import type { KnowledgeBase } from "./match/knowledge-base.ts";
import { createQueue } from "./queue/queue.ts";
import type { Queue } from "./queue/queue.ts";
import { startWorker } from "./queue/worker.ts";
import { forgetDeliveries } from "./store/deliveries.ts";
import { findDiagnosis, saveDiagnosis } from "./store/diagnoses.ts";
import { openStore } from "./store/store.ts";
import type { Store } from "./store/store.ts";
import { limitBody } from "./web/body-limit.ts";
import { healthHandler } from "./web/health.ts";
import { startHttpServer } from "./web/http-server.ts";

/** A server that is up. */
export interface RunningServer {
  url: string;
  /** How many known errors it goes by. */
  knownErrors: number;
  /** Takes no more deliveries, finishes the jobs in hand (25 s at most), closes everything. */
  close: () => Promise<void>;
}

/** Milliseconds left to answers under way, then to jobs in hand; container hosts kill after 30 s. */
const patience = { answers: 3_000, jobs: 25_000 };

/** GitHub redelivers what is a few days old; deliveries are remembered for longer than that. */
const deliveryMemory = 30 * 24 * 3_600_000;

/** Starts the whole server; throws a `ConfigError` when the operator must mend something. */
export async function startServer(
  environment: ServerEnvironment,
  log: Logger,
): Promise<RunningServer> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const knowledge = await readKnowledge(environment, log);
    const store = await openStore({
      ...environment,
      onError: (err) => log.error({ err }, "Database error"),
    });
    closers.unshift(store.close);
    await forgetDeliveries(store.db, new Date(Date.now() - deliveryMemory));
    const queue = await createQueue({ store, log });
    closers.unshift(() => queue.stop(patience.jobs));
    const probot = await startWork({ environment, log, knowledge, queue });
    const http = await startHttpServer({
      ...environment,
      log,
      handlers: [limitBody, healthHandler(store.ping), await probot.getNodeMiddleware()],
    });
    closers.unshift(() => http.close(patience.answers));
    const { size: knownErrors } = knowledge;
    return { url: http.url, knownErrors, close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}

async function readKnowledge(environment: ServerEnvironment, log: Logger): Promise<KnowledgeBase> {
  const loaded = await loadKnowledge([bundledKnowledgeDir(), ...environment.knowledgeDirs]);
  const knowledge = compileKnowledge(loaded.knownErrors);
  for (const { file, field, severity, message } of loaded.problems) {
    if (severity === "error") log.warn({ file, field, problem: message }, "Known error left out");
  }
  for (const problem of knowledge.problems) log.warn({ problem }, "Known error used in part");
  return knowledge;
}

interface Workshop {
  environment: ServerEnvironment;
  log: Logger;
  knowledge: KnowledgeBase;
  queue: Queue;
}

/** Connects the App's deliveries to the queue, and the queue to the job handler. */
async function startWork({ environment, log, knowledge, queue }: Workshop): Promise<Probot> {
  const { appId, privateKey, webhookSecret, webhookPath, githubApiUrl: baseUrl } = environment;
  const quiet = libraryLog(log);
  // Probot's own server is not used: without credentials it has a setup page that anyone may fill in.
  const probot = new Probot({
    appId,
    privateKey,
    secret: webhookSecret,
    webhookPath,
    baseUrl,
    log: quiet,
  });
  const app = createGitHubApp({ appId, privateKey, baseUrl, log: quiet });
  await app.checkCredentials();
  await probot.load(createApp({ enqueue: queue.enqueue, log }));
  const diagnoses = diagnosisStore(queue.store);
  const handleJob = createJobHandler({
    github: app.issuePort,
    knowledge,
    diagnoses,
    fetchAttachments: environment.attachments ? attachmentReader(log) : nothingAttached,
    log,
  });
  await startWorker(queue, handleJob);
  return probot;
}

/** Reads attached files; one that cannot be had is logged and does without. */
function attachmentReader(log: Logger): JobDependencies["fetchAttachments"] {
  return async (references) => {
    const { attachments, missing } = await fetchAttachments(references);
    for (const { name, reason } of missing) log.info({ file: name, reason }, "Attachment not read");
    return attachments;
  };
}

function nothingAttached(): Promise<[]> {
  return Promise.resolve([]);
}

function diagnosisStore({ db }: Store): Parameters<typeof createJobHandler>[0]["diagnoses"] {
  return {
    save: (diagnosis) => saveDiagnosis(db, diagnosis),
    find: (issue) => findDiagnosis(db, issue),
  };
}
