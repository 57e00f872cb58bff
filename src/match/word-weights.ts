import { foldCase, isAscii } from "./fold.ts";
import type { Frequencies } from "./frequencies.ts";

/** What a word tells about a text, 0..1; words that many known errors share tell little. */
export type WordWeights = (word: string) => number;

/** Below this number of known errors a word is not called common just because the collection is small. */
const leastCollection = 60;

/** Weight of a word that any error message may contain. */
const genericWeight = 0.12;

/** Words of error messages in general: none of them tells one error from another. */
const genericWords = new Set(
  `a about above after again all also an and another any are as at attempt attribute available avoid be because
  been before below but by call called can cannot cant change check class code command config configuration
  contains could couldnt data default did didnt directory do does doesnt dont due during either encountered error
  errors exception exit expected explicitly fail failed failure fatal file files following for found from function
  get got had has have help hint how if import in input instead int internal into invalid is isnt it item its
  keyword known latest library like line list load loaded loading made make may method missing mode model module
  more most must name named need needed needs new no none not nonetype null object objects of on once one only
  open operation option or other out output package packages parameter parameters pass path please possible
  problem process program python range raise raised read reason required requires returned run running runtime see
  self set should specified status str string such support supported sure than that the their them then there these
  this those to true try trying try two type undefined unable unexpected unknown unsupported update up upgrade use
  used user using valid value values variable version via was we were what when where which while will with within
  without wont work would wrong you your`.split(/\s+/),
);

/** Types of the languages themselves, and what any tool prints in the place of one. */
const commonTypes = new Set(
  `arithmeticerror assertionerror attributeerror classnotfoundexception connectionerror defaultexception e eoferror
  err error exception fatal filenotfounderror illegalargumentexception illegalstateexception importerror indexerror
  ioexception keyboardinterrupt keyerror lookuperror memoryerror modulenotfounderror nameerror noclassdeffounderror
  nosuchmethoderror notimplementederror nullpointerexception oserror panic permissionerror rangeerror referenceerror
  runtimeerror runtimeexception syntaxerror systemerror systemexit timeouterror typeerror unicodedecodeerror
  userwarning valueerror warning zerodivisionerror`.split(/\s+/),
);

const sayingNothing = genericWords.union(commonTypes);

/** The weights of words that so many of `size` known errors have in their wordings. */
export function wordWeights(frequency: Frequencies, size: number): WordWeights {
  const scale = Math.log(1 + Math.max(size, leastCollection));
  return (word) => {
    if (isGeneric(word)) {
      return genericWeight;
    }
    const rarity = 1 - Math.log(frequency.get(word) ?? 1) / scale;
    return Math.max(rarity, genericWeight);
  };
}

/** Distinct words of a text, case-folded; Chinese as overlapping pairs of characters. */
export function wordsOf(text: string): Set<string> {
  if (isAscii(text)) {
    return new Set(text.toLowerCase().match(/[a-z0-9_]+/g));
  }
  const words = new Set<string>();
  for (const [token] of foldCase(text).matchAll(/[\p{L}\p{N}_]+/gu)) {
    for (const word of splitHan(token)) {
      words.add(word);
    }
  }
  return words;
}

/** Whether a case-folded type belongs to no library in particular. */
export function isCommonType(type: string): boolean {
  return commonTypes.has(type);
}

/** Whether a word alone says nothing: a word of messages in general, a number, a single letter. */
export function isGeneric(word: string): boolean {
  return word.length < 2 || sayingNothing.has(word) || /^\d+$/.test(word);
}

function splitHan(token: string): string[] {
  if (!/\p{Script=Han}/u.test(token)) {
    return [token];
  }
  const parts = token.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return parts.flatMap((part) => (/^\p{Script=Han}{2}/u.test(part) ? pairs(part) : [part]));
}

function pairs(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
