import type { ToolLine } from "../service/tool-line.ts";

/** apt, dpkg, yum, dnf, pacman, apk and Homebrew: `E: Unable to locate package x`, `dpkg: error processing package x`. */
export function readPackageLine(text: string): ToolLine | null {
  if (text.startsWith("E: ")) return readApt(text.slice(3));
  if (text.startsWith("dpkg: error ")) return readDpkg(text.slice("dpkg: ".length));
  if (text.startsWith("Error: ")) return readFormula(text.slice("Error: ".length));
  if (text.startsWith("No package "))
    return /^No package \S{1,100} available\.?$/.test(text) ? { type: null, message: text } : null;
  return null;
}

const apt =
  /^(?:Unable to |Could not |Couldn't |Package |Version |The (?:repository|package|method|list|value|update)|Failed to |Sub-process |Unmet dependencies|Some (?:index )?files|Broken packages|dpkg was interrupted|Malformed |Type '|Release file|Conflicting |Invalid |Command line option|Can't |Method |No packages? |Read error|You must|Problem |Encountered a section|Internal Error|Write error|Essential packages|Removing essential|Data from|There (?:are|were|is) |Aborting install|Error, pkgProblemResolver|Repository |Held packages|Pkg|Opening configuration|unable to |Archives directory|Unsupported file|Hash Sum)/;

function readApt(message: string): ToolLine | null {
  return apt.test(message) ? { type: "E", message } : null;
}

function readDpkg(words: string): ToolLine | null {
  const message = words.startsWith("error: ") ? words.slice(7) : words.replace(/^error /, "");
  return { type: "error", message: message.replace(/ ?:$/, "") };
}

/** Homebrew and dnf print their errors as `Error: x`, in words of their own. */
function readFormula(message: string): ToolLine | null {
  const isOwn =
    /^(?:No (?:available|similarly named) (?:formula|cask)|No formulae or casks found|Cask '|Formula |Unable to find a match|Failed to download metadata|Nothing to do|The following formula|An exception occurred within a child process|Cannot install in Homebrew|Your Command Line Tools|Transaction test error|GPG check FAILED|Package: |Problem: |There are no enabled repos)/.test(
      message,
    );
  return isOwn ? { type: "Error", message } : null;
}
