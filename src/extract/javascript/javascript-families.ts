import { esbuild } from "./esbuild.ts";
import type { Family } from "../family.ts";
import { eslint } from "./eslint.ts";
import { javascript } from "./javascript.ts";
import { flow } from "./flow.ts";
import { gatsby } from "./gatsby.ts";
import { jest } from "./jest.ts";
import { karma } from "./karma.ts";
import { numberedFailure } from "../reading/numbered-failure.ts";
import { npmlog } from "./npmlog.ts";
import { npm } from "./npm.ts";
import { parcel } from "./parcel.ts";
import { pnpm } from "./pnpm.ts";
import { tsc } from "./tsc.ts";
import { vite } from "./vite.ts";
import { yarn } from "./yarn.ts";
import { vitest } from "./vitest.ts";
import { webpack } from "./webpack.ts";

/** JavaScript's tools before its runtimes: a tool's report may hold a stack. */
export const javascriptFamilies: readonly Family[] = [
  jest,
  vitest,
  numberedFailure,
  karma,
  npm,
  yarn,
  pnpm,
  npmlog,
  gatsby,
  tsc,
  eslint,
  flow,
  webpack,
  esbuild,
  vite,
  parcel,
  javascript,
];
