import { createRequire } from "node:module";
import type * as Yaml from "yaml";

/**
 * The YAML parser, which knows the line of everything in a JSON file. Loaded when a line is asked for
 * first: most files have no mistake, and it takes as long as reading hundreds of them.
 */
export function yaml(): typeof Yaml {
  return createRequire(import.meta.url)("yaml");
}
