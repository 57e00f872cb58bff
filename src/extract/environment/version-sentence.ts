import { knownPackage, longestName } from "./known-packages.ts";
import { versionAtStart } from "./version-token.ts";

/** A package and its version as some line states them. */
export interface VersionStatement {
  /** As `packageName` spells it. */
  name: string;
  version: string;
}

/** Words which say that a version is wanted, was left, or is somebody else's. */
const notMine =
  /\b(?:requir|need|upgrad|downgrad|updat|bump|pip3? install|conda install|uv add|to install|installing|uninstall|reinstall|collecting|downloading|existing installation|work|fix|since|introduc|support|compatib|deprecat|remov|before|prior|after|until|older|newer|later|above|below|least|minimum|tried|try|switch|rever|roll|instead|other|previous|also|should|must|expect|recommend|eg|example|same|compar|unlike|whereas|compiled|built|only|if|fine|ok|okay|success|without|no (?:error|problem|issue)|goes away|disappear|resolv|solv|pass|vs|versus|depend|conflict|available versions|nvidia-smi|__version__ [!=<>])/i;

const notMineInChinese =
  /升级|降级|更新|需要|要求|依赖|以上|以下|之前|之后|低于|高于|至少|换成|改成|改为|切换|回退|尝试|试过|试了|正常|没有问题|没问题|例如|比如|兼容|支持|解决|修复|其他版本|重装|重新安装/;

/** A line on which a program reports an error names versions for reasons of its own. */
const programOutput = /(?:error|exception|warning|failed):/i;

/** What may stand between a name and its version. */
const filler = /^(?:[\s:=([`'"*|]|版本号?|是|为|的|version:?|ver\b\.?|v(?=\s)|is\b){0,8}/i;

const sentenceEnd = /[。！？；;!?]|\.\s/;

/**
 * Versions of known packages stated in running text ("I am using transformers 4.38.1 and torch
 * 2.2"). Sentences about requirements, upgrades or other people's set-ups yield nothing.
 */
export function versionsInSentence(line: string): VersionStatement[] {
  if (programOutput.test(line)) return [];
  return line
    .replaceAll(/\be\.g\.?/gi, "eg")
    .split(sentenceEnd)
    .filter((sentence) => !notMine.test(sentence) && !notMineInChinese.test(sentence))
    .flatMap((sentence) => versionsOf(sentence));
}

/** Versions of known packages in a text that states facts. */
function versionsOf(sentence: string): VersionStatement[] {
  const words = [...sentence.matchAll(/[A-Za-z0-9_.+-]+/g)];
  const found: VersionStatement[] = [];
  for (const [index, word] of words.entries()) {
    if (/[/\\@.:-]/.test(sentence[word.index - 1] ?? "")) continue;
    const preceding = words.slice(Math.max(0, index - longestName + 1), index);
    const statement = glued(word[0]) ?? separate(sentence, preceding, word);
    if (statement) found.push(statement);
  }
  return found;
}

/** `torch2.1.0`, `transformers-4.38.1`. */
function glued(word: string): VersionStatement | null {
  const digit = word.search(/\d/);
  if (digit < 2) return null;
  const name = knownPackage(word.slice(0, digit).replace(/[-=]?v?$/, ""));
  const token = name === null ? null : versionAtStart(word.slice(digit));
  return name !== null && token?.rest === "" ? { name, version: token.version } : null;
}

/** `torch 2.1.0`, `torch version is 2.1`, `flash attention: 2.5.6`, `PyTorch版本：2.6.0`. */
function separate(
  sentence: string,
  preceding: readonly RegExpExecArray[],
  word: RegExpExecArray,
): VersionStatement | null {
  const name = nameEndingAt(sentence, preceding, word);
  if (name === null) return null;
  const behind = sentence.slice(word.index + word[0].length);
  const token = versionAtStart(behind.slice(filler.exec(behind)?.[0].length ?? 0));
  return token && { name, version: token.version };
}

/** The longest known name that ends with a word: `opencv python` is not `python`. */
function nameEndingAt(
  sentence: string,
  preceding: readonly RegExpExecArray[],
  word: RegExpExecArray,
): string | null {
  const end = word.index + word[0].length;
  for (const first of preceding) {
    const name = knownPackage(sentence.slice(first.index, end));
    if (name !== null) return name;
  }
  return knownPackage(word[0]);
}
