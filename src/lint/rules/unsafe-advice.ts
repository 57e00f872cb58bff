import { withoutCode } from "../../render/without-code.ts";
import { isBlank, shownTexts } from "../shown-text.ts";
import type { Complaint, Rule } from "../rule.ts";

const pipedScript =
  /\b(?:curl|wget|iwr|irm|Invoke-WebRequest)\b[^\n]*\|\s*(?:sudo\s+)?(?:ba|z|da|fi)?sh\b|\b(?:iwr|irm)\b[^\n]*\|\s*iex\b|\b(?:ba|z)?sh\s+(?:-c\s+["']?\$|<)\(\s*(?:curl|wget)\b/;
const download =
  /https?:\/\/[^\s)>\]"'`]*\.(?:exe|msi|dmg|pkg|deb|rpm|apk|zip|7z|rar|tar|tgz|gz|xz|whl|jar|sh|bat|ps1|run)(?=[\s)>\]"'`?#]|$)|\bhttps?:\/\/(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|is\.gd|mega\.nz|drive\.google\.com|www\.mediafire\.com)\//i;
const mention = /(?<![\w`./@-])@[A-Za-z0-9][\w-]*(?:\/[\w-]+)?/;

/** Whether a text runs a downloaded script or links to a download. */
export function isUnsafe(text: string): boolean {
  return pipedScript.test(text) || download.test(text);
}

/** A comment under the bot's name never carries what runs a stranger's code or calls people. */
export const unsafeAdvice: Rule = {
  name: "unsafe-advice",
  own: "error",
  foreign: "error",
  check: ({ knownError }) =>
    shownTexts(knownError).flatMap(({ path, text }): Complaint[] => {
      const complaints: Complaint[] = [];
      if (pipedScript.test(text)) {
        const mend = "Name the package manager's command, or link to the project's install page";
        complaints.push({ path, message: "it runs a downloaded script", mend });
      }
      if (download.test(text)) {
        const mend = "Link to the project's page instead of the file";
        complaints.push({ path, message: "it links to a download", mend });
      }
      const called = mention.exec(withoutCode(text))?.[0];
      if (called !== undefined) {
        const mend = "Put it in backticks, or leave the name out";
        complaints.push({ path, message: `${called} would notify somebody`, mend });
      }
      return complaints;
    }),
};

const destructive =
  /\bgit\s+(?:reset\s+--hard|clean\s+-\w*f|push\s+(?:\S+\s+)*(?:--force\b(?!-)|-f\b)|checkout\s+--\s)|\brm\s+-\w*r|\bdocker\s+(?:system|volume)\s+prune|\bDROP\s+(?:TABLE|DATABASE)\b|\bkubectl\s+delete\b|--accept-data-loss|\bmkfs\b|\bdd\s+if=/i;

/** What destroys work is never advised without saying when it may be done. */
export const destructiveAdvice: Rule = {
  name: "destructive-advice",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) =>
    knownError.workarounds.flatMap((cure, index): Complaint[] => {
      const found = destructive.exec(`${cure.action}\n${cure.how ?? ""}`)?.[0];
      if (found === undefined || !isBlank(cure.condition)) return [];
      const message = `${JSON.stringify(found)} may destroy work, and no condition is given`;
      const mend = "Say in condition when it is safe, and put a safe way before it";
      return [{ path: ["workarounds", index, "condition"], message, mend }];
    }),
};
