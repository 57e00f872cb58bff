import type { Family } from "./family.ts";
import { ipython } from "./ipython.ts";
import { python } from "./python.ts";

/** In the order in which they are asked: the special shapes before the general ones. */
export const families: readonly Family[] = [ipython, python];
