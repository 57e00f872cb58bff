/** A text that stands in a file beside the issue. */
export interface Attachment {
  /** Name of the file, as linked. */
  name: string;
  text: string;
}
