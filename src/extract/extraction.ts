import type { ErrorReport } from "./error-report.ts";
import type { Reference } from "./references.ts";

/** Languages the bot answers in. */
export type Locale = "en" | "zh";

/** A version that the reporter stated, with the 1-based line of the issue text where it stands. */
export interface StatedVersion {
  /** Package name normalized as in PEP 503 (`flash-attn`), or `python`, `cuda`, `node`, `java`. */
  name: string;
  version: string;
  line: number;
}

/** What the reporter says about the machine. */
export interface Environment {
  /** First statement wins; one entry a name. */
  versions: StatedVersion[];
  /** Operating system as stated (`Ubuntu 22.04`, `Linux-5.15.0-x86_64-with-glibc2.35`), or `null`. */
  os: string | null;
}

/** A piece of prose (no code, quotes of programs or templates), with its 1-based line. */
export interface ProseLine {
  line: number;
  text: string;
}

/** A package that the calls of one report run through, and where the issue shows it. */
export interface PackageLine {
  /** Index in `reports`. */
  report: number;
  /** As the frames name it. */
  name: string;
  /** The file of that package as printed, or its name. */
  file: string;
  /** 1-based line of the issue text. */
  line: number;
}

/** Everything the core reads out of one issue's text. */
export interface Extraction {
  /** Distinct error reports in document order, those of attached files behind the issue's own. */
  reports: ErrorReport[];
  /** Index in `reports` of the error the issue is about, `null` when there is none. */
  primary: number | null;
  /** Packages in the frames of the reports: one entry a report and package. */
  packageLines: PackageLine[];
  environment: Environment;
  /** The reporter's own words: title, paragraphs, list items. */
  prose: ProseLine[];
  /** Code the reporter pasted (not program output): one entry a line, for library imports. */
  code: ProseLine[];
  locale: Locale;
  /** Files of GitHub's own that the issue links to; they may hold the error. */
  references: Reference[];
}
