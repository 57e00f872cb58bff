import { withoutCode } from "../../render/without-code.ts";
import { shownTexts } from "../shown-text.ts";
import type { Rule } from "../rule.ts";

/** `{name}` in a text is filled from a named group; without the group the reader sees braces. */
export const placeholderGroup: Rule = {
  name: "placeholder-group",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const groups = namedGroups(knownError.regex ?? "");
    return shownTexts(knownError).flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\{([A-Za-z_]\w*)(?:\|[^{}]*)?\}/g)].flatMap((placeholder) => {
        const name = placeholder[1] ?? "";
        if (groups.has(name)) return [];
        const message = `{${name}} is filled by no named group of the regex`;
        return [{ path, message, mend: `Add (?<${name}>...) to the regex, or write it in code` }];
      }),
    );
  },
};

/** Groups of one alternative only stay empty when another one matched, and aliases have none. */
export const placeholderFallback: Rule = {
  name: "placeholder-fallback",
  own: "warning",
  foreign: null,
  check: ({ knownError }) => {
    const groups = namedGroups(knownError.regex ?? "");
    return shownTexts(knownError).flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\{([A-Za-z_]\w*)\}/g)]
        .filter((placeholder) => groups.has(placeholder[1] ?? ""))
        .map((placeholder) => ({
          path,
          message: `${placeholder[0]} shows as <${placeholder[1]}> when an alias without the group matched`,
          mend: `Write {${placeholder[1]}|what to say then}`,
        })),
    );
  },
};

function namedGroups(regex: string): Set<string> {
  return new Set([...regex.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g)].map((group) => group[1] ?? ""));
}
