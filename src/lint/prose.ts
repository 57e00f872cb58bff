import { chineseProse } from "./prose-chinese.ts";
import { ordinaryCode } from "./prose-code.ts";
import { englishProse } from "./prose-english.ts";

/**
 * What fills issue trackers without reporting an error: requests, questions, notes and code, full of
 * the words that error messages are made of. No known error may answer to any of it.
 */
export const ordinaryTexts: readonly string[] = [...englishProse, ...chineseProse, ...ordinaryCode];
