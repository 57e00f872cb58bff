/** Characters kept of an error's message. */
const maxLength = 500;

/** An error in one line for the record: name, status and message, without the request it came from. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const status = "status" in error && typeof error.status === "number" ? ` ${error.status}` : "";
  return `${error.name}${status}: ${error.message}`.slice(0, maxLength);
}
