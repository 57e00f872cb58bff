/** Caps on what is read of one issue; GitHub itself stops a body at 65,536 characters. */
export const limits = {
  /** Characters of the whole text. */
  text: 400_000,
  /** A body of 65,536 characters has a fifth of that where its lines are as long as programs print them. */
  lines: 6_000,
  /** Characters of one line before `\n`-escaped text in it is unfolded. */
  rawLine: 65_536,
  /** Characters of one line as the families read it, and of a message's first line. */
  line: 4_000,
  /** Characters of a message with all its lines. */
  fullMessage: 8_000,
  /** Lines that a message may go on for. */
  messageLines: 120,
  /** The same where the end is the point: TensorFlow lists all calls that made a graph before it says what failed. */
  longMessageLines: 600,
  frames: 200,
  causes: 20,
  reports: 100,
} as const;
