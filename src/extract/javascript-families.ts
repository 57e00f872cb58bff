import { esbuild } from "./esbuild.ts";
import type { Family } from "./family.ts";
import { eslint } from "./eslint.ts";
import { javascript } from "./javascript.ts";
import { parcel } from "./parcel.ts";
import { tsc } from "./tsc.ts";
import { vite } from "./vite.ts";
import { webpack } from "./webpack.ts";

/** JavaScript's tools before its runtimes: a tool's report may hold a stack. */
export const javascriptFamilies: readonly Family[] = [
  tsc,
  eslint,
  webpack,
  esbuild,
  vite,
  parcel,
  javascript,
];
