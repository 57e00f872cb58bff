import type { Frame } from "../error-report.ts";

/** Packages that come with R. */
const ownPackages = new Set(
  "base stats utils methods graphics grDevices tools parallel compiler grid splines stats4 tcltk".split(
    " ",
  ),
);

/** Reads a call of rlang's tree: `  2. │ └─dplyr:::mutate.data.frame(., x = 1)`, ` 3. shop::open() at R/shop.R:12:2`. */
export function readRCall(text: string): Frame | null {
  const found = /^\s*\d{1,4}\. ?[│├└─\s]*(\S.{0,300})$/.exec(text);
  if (found === null) return null;
  const body = found[1] ?? "";
  const place = /(?: at |\) at )(\S{1,200}\.[Rr]):(\d{1,7})(?::\d{1,5})?$/.exec(body);
  const [called = ""] = body.split("(", 1);
  const name = called
    .replace(/^(?:global |base )?[`]?/, "")
    .replace(/`$/, "")
    .trim();
  const owner = /^([A-Za-z][\w.]{0,60}):::?/.exec(name)?.[1] ?? null;
  return {
    file: place?.[1] ?? null,
    line: place === null ? null : Number(place[2]),
    function: name === "" ? null : name,
    inLibrary: owner !== null,
    package: owner !== null && !ownPackages.has(owner) ? owner : null,
  };
}
