import { packageName } from "../extract/environment/package-name.ts";
import { plain } from "./cure-keys.ts";
import type { CureKey, PackageChange } from "./cure-keys.ts";

/** Whether a text, in which something was tried, speaks of the cure with this key. */
export function speaksOf(text: string, key: CureKey): boolean {
  const said = text.toLowerCase().replaceAll("`", "");
  if (key.kind === "words") return hasWords(said, key.words);
  if (key.kind === "setting") return hasSetting(said, key);
  if (key.kind === "method") return plain(said).includes(key.call);
  return packagesIn(said).includes(key.name) && changeWords[key.change].test(said);
}

const changeWords: Readonly<Record<PackageChange, RegExp>> = {
  upgrade:
    /\b(?:upgrad|updat)\w{0,4}\b|\b(?:latest|newest|newer)\b|\binstall (?:-u|--upgrade)\b|升级|更新|最新|新版/,
  downgrade:
    /\b(?:downgrad|revert|roll)\w{0,6}\b|\b(?:older|previous|earlier|back to|pinn?(?:ed|ing)?)\b|<=?\s?\d|==\s?\d|降级|降到|回退|退回|旧版/,
  reinstall: /\breinstall\w{0,4}\b|--force-reinstall|重装|重新安装/,
  install: /\binstall\w{0,4}\b|安装|装了/,
};

function packagesIn(said: string): string[] {
  const words = said.match(/[a-z][\w.-]{1,40}/g) ?? [];
  return words.map((word) => packageName(word.replace(/[.-]+$/, "")));
}

function hasWords(said: string, words: string): boolean {
  const at = said.indexOf(words);
  if (at < 0) return false;
  const isInside = /\w/.test(said[at - 1] ?? "") && /\w/.test(words[0] ?? "");
  return !isInside && !/[\w-]/.test(said[at + words.length] ?? "");
}

/** What people write between a name and its value. */
const link = /^\s{0,3}(?:=|:|to|as|is|with|设为|设置为|设成|设置成|改为|改成|换成|等于)?\s{0,3}/;

function hasSetting(said: string, { name, value }: { name: string; value: string }): boolean {
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    const isWhole = !/\w/.test(said[at - 1] ?? "") && !/\w/.test(said[at + name.length] ?? "");
    const behind = said.slice(at + name.length, at + name.length + 100).replace(link, "");
    if (isWhole && isValue(behind, value)) return true;
  }
  return false;
}

/** Whether a text begins with a value, whatever its quotes and blanks; any number but 0 and 1 is an example. */
function isValue(behind: string, value: string): boolean {
  if (/^(?:[2-9]|\d{2,20})$/.test(value)) return /^\d/.test(behind);
  let at = 0;
  for (const character of value) {
    while (/["'\s]/.test(behind[at] ?? "")) at += 1;
    if (behind[at] !== character) return false;
    at += 1;
  }
  return !/\w/.test(behind[at] ?? "");
}
