/** Why GitHub will not do it now nor on a second try. */
export type RefusalReason =
  /** Deleted, transferred, or out of the installation's reach (404, 410, 451). */
  | "gone"
  /** A permission is missing, the issue is locked, the repository archived, the App suspended (403). */
  | "forbidden";

/** GitHub refused for good: the job ends without another try. The message is GitHub's own. */
export class Refused extends Error {
  override name = "Refused";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
