import type { ToolLine } from "./tool-line.ts";

const daemon = "Error response from daemon: ";
/** NVIDIA's hook tells its mode at the end of this line, and its error on the next. */
const hookAnnounced = /stderr: Auto-detected mode as '[\w-]{2,20}'$/;

/**
 * Docker, kubectl and Helm: `Error response from daemon: x`, `Error from server (NotFound): x`,
 * `Error: INSTALLATION FAILED: x`.
 */
export function readContainerLine(text: string): ToolLine | null {
  if (!text.includes("rror") && !text.startsWith("ERROR: ") && !text.startsWith("OCI "))
    return null;
  return readDaemon(text) ?? readServer(text) ?? readHelm(text) ?? readRuntime(text);
}

/** `docker: Error response from daemon: x`, compose's `ERROR: for web  Cannot start service web: x`. */
function readDaemon(text: string): ToolLine | null {
  if (hookAnnounced.test(text)) return null;
  const at = text.indexOf(daemon);
  if (at === 0 || (at > 0 && at < 80 && /^[\w.\s-]{1,60}[:：] $/.test(text.slice(0, at))))
    return withMessage(daemon.slice(0, -2), text.slice(at + daemon.length));
  // https://github.com/docker/compose/blob/v1/compose/cli/errors.py
  if (text.startsWith("ERROR: Couldn't connect to Docker daemon"))
    return withMessage("ERROR", text.slice(7));
  const service = /^ERROR: for \S{1,80} {1,3}(?=\S)/.exec(text);
  return service === null ? null : withMessage("ERROR", text.slice(service[0].length));
}

function readServer(text: string): ToolLine | null {
  const found = /^Error from server(?: \((\w{3,40})\))?: (?=\S)/.exec(text);
  if (found === null) return null;
  return withMessage(found[1] ?? "Error from server", text.slice(found[0].length));
}

function readHelm(text: string): ToolLine | null {
  const found =
    /^Error: ((?:INSTALLATION|UPGRADE|UNINSTALLATION|ROLLBACK|TEST) FAILED): (?=\S)/.exec(text);
  return found === null ? null : withMessage(found[1] ?? "", text.slice(found[0].length));
}

function readRuntime(text: string): ToolLine | null {
  const found =
    /^(OCI runtime (?:\w{2,10} failed|error)|nvidia-container-cli(?=: [a-z ]{1,30} error: )): (?=\S)/.exec(
      text,
    );
  return found === null ? null : withMessage(found[1] ?? "", text.slice(found[0].length));
}

function withMessage(type: string, message: string): ToolLine | null {
  return message.trim() === "" ? null : { type, message: message.trim() };
}
