import type { Rule } from "../rule.ts";

/** The type that the signature prints is evidence, so the list has it. */
export const exceptionListed: Rule = {
  name: "exception-listed",
  own: "warning",
  foreign: null,
  check: ({ knownError: { signature, exception } }) => {
    const printed = printedType(signature);
    if (printed === null || exception.some((type) => shortName(type) === shortName(printed))) {
      return [];
    }
    const message = `the signature prints ${printed}, which is not listed`;
    return [{ path: ["exception"], message, mend: `Add ${printed}` }];
  },
};

/** Types are compared by name; a message or a regex in this list matches nothing. */
export const exceptionName: Rule = {
  name: "exception-name",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { exception } }) =>
    exception.flatMap((type, index) => {
      if (/^[A-Za-z_][\w.$:]*$/.test(type)) return [];
      const message = `${JSON.stringify(type)} is not the name of a type`;
      return [{ path: ["exception", index], message, mend: "Write the type alone: OSError" }];
    }),
};

/** The type in front of a signature's message; `null` where none is printed. */
export function printedType(signature: string): string | null {
  return (
    /^([A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning)):/.exec(signature)?.[1] ?? null
  );
}

/** A type without its module path. */
export function shortName(type: string): string {
  return type.split(/\.|::/).at(-1) ?? type;
}
