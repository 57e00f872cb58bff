import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * What Kubernetes tells of a pod: rows of events (`Warning  Failed  2s (x3 over 1m)  kubelet  Error:
 * ImagePullBackOff`) and the reason a container ended for (`Reason: OOMKilled`).
 */
export const kubernetes: Family = {
  name: "kubernetes",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 12 || !isVerbatim(line)) return null;
    const text = line.text.trim();
    if (text.startsWith("Warning ")) return readEvent(lines, at, text);
    if (text.startsWith("Reason:")) return readReason(lines, at, text);
    return text.includes("  Warning  ")
      ? readEvent(lines, at, text.slice(text.indexOf("Warning  ")))
      : null;
  },
};

/** `kubectl describe` puts the age before the source, `kubectl get events` the object before the message. */
function readEvent(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const [, reason = "", ...cells] = text.split(/ {2,}|\t+/, 8).map((cell) => cell.trim());
  const message = cells.findLast((cell) => cell !== "") ?? "";
  // Before 1.9 the source stood in front of the row's type.
  const cellsBehind = text.length < (lines[at]?.text.trim().length ?? 0) ? 1 : 2;
  if (!/^[A-Z][A-Za-z]{3,40}$/.test(reason) || cells.length < cellsBehind) return null;
  if (!failures.test(reason) || !/\S \S/.test(message)) return null;
  return singleLineReading(lines, at, {
    type: reason,
    message,
    kind: "service",
    language: "other",
  });
}

const failures =
  /^(?:Failed\w*|\w*Failed|BackOff|Unhealthy|ErrImage\w*|Err\w+|OOMKilling|Evicted|\w*Error|NodeNotReady|NetworkNotReady|InvalidImageName|ImagePullBackOff|CrashLoopBackOff|ProvisioningFailed|Rejected|Deadline\w*|DNSConfigForming)$/;

const ends =
  /^(?:OOMKilled|Error|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|CreateContainerConfigError|CreateContainerError|RunContainerError|ContainerCannotRun|StartError|DeadlineExceeded|Evicted|InvalidImageName)$/;

/** `Reason:  OOMKilled` of a state, with the exit code or the message that follows it. */
function readReason(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const reason = text.slice("Reason:".length).trim();
  const below = lines[at + 1]?.text.trim() ?? "";
  const isState =
    /^(?:Exit Code:|Message:)/.test(below) ||
    /^(?:State|Last State):/.test(lines[at - 1]?.text.trim() ?? "");
  if (!ends.test(reason) || !isState) return null;
  // Why the container was not kept running is told by its last state.
  const isRestart = reason === "CrashLoopBackOff" && hasLastState(lines, at);
  if (isRestart) return { draft: null, next: at + 1 };
  const message = /^(?:Message:|(?=Exit Code:))(.*)$/.exec(below)?.[1]?.trim() ?? "";
  const { draft } = singleLineReading(lines, at, {
    type: reason,
    message,
    kind: "service",
    language: "other",
  });
  if (draft === null || message === "") return { draft, next: at + 1 };
  return { draft: { ...draft, lastLine: lines[at + 1]?.line ?? draft.line }, next: at + 2 };
}

function hasLastState(lines: readonly BlockLine[], at: number): boolean {
  return lines.slice(at + 1, at + 6).some(({ text }) => text.trimStart().startsWith("Last State:"));
}
