import { existsSync } from "node:fs";

/** Imports a module of `src` in a checkout, of `dist` (made by `npm run build`) in a package. */
export function load(name) {
  const source = new URL(`../src/${name}.ts`, import.meta.url);
  return import(
    existsSync(source) ? source.href : new URL(`../dist/${name}.js`, import.meta.url).href
  );
}
