import type { Rule } from "./rule.ts";
import {
  allShown,
  answerComplete,
  fencesClosed,
  packageNames,
  reviewDate,
} from "./rules/answer.ts";
import { blankField } from "./rules/blank-field.ts";
import { chineseByIndex } from "./rules/chinese-by-index.ts";
import { chineseComplete } from "./rules/chinese-complete.ts";
import { chinese } from "./rules/chinese.ts";
import { closedCategory } from "./rules/closed-category.ts";
import { sourceForm, tierEarned } from "./rules/earned-tier.ts";
import { examplesGiven, examplesMatch, examplesMiss, proseSilent } from "./rules/examples.ts";
import { exceptionListed, exceptionName } from "./rules/exception.ts";
import { figuresSupported } from "./rules/figures.ts";
import { howRepeatsAction } from "./rules/how-repeats-action.ts";
import { idIsPath } from "./rules/id-is-path.ts";
import { neighboursExist } from "./rules/neighbours.ts";
import { placeholderFallback, placeholderGroup } from "./rules/placeholder.ts";
import {
  regexCompiles,
  regexLiteral,
  regexOwnWording,
  regexProse,
  regexTelling,
} from "./rules/regex.ts";
import { timeBudget } from "./rules/time-budget.ts";
import { unfilled } from "./rules/unfilled.ts";
import { unknownFields } from "./rules/unknown-fields.ts";
import { destructiveAdvice, unsafeAdvice } from "./rules/unsafe-advice.ts";
import { urlForm, urlHost } from "./rules/url.ts";
import { versionsParse } from "./rules/versions.ts";
import { nearDuplicate, wordingAnswered, wordingShort, wordingTaken } from "./rules/wording.ts";

/** Everything that `signpost knowledge lint` asks of a known error beyond its schema. */
export const rules: readonly Rule[] = [
  // Form
  idIsPath,
  unknownFields,
  closedCategory,
  exceptionName,
  exceptionListed,
  packageNames,
  versionsParse,
  reviewDate,
  // Matching
  regexCompiles,
  regexOwnWording,
  regexLiteral,
  regexTelling,
  regexProse,
  timeBudget,
  wordingShort,
  wordingAnswered,
  wordingTaken,
  nearDuplicate,
  proseSilent,
  examplesGiven,
  examplesMatch,
  examplesMiss,
  // What readers see
  answerComplete,
  allShown,
  blankField,
  unfilled,
  howRepeatsAction,
  fencesClosed,
  placeholderGroup,
  placeholderFallback,
  unsafeAdvice,
  destructiveAdvice,
  chinese,
  chineseComplete,
  chineseByIndex,
  // Truth
  tierEarned,
  sourceForm,
  figuresSupported,
  neighboursExist,
  urlForm,
  urlHost,
];
