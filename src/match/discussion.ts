/**
 * Whether a reporter's sentence speaks about an error instead of reporting one: it wants another
 * text or behavior, explains, or says that all is well again. Asking for help ("what should I do",
 * "希望大佬帮忙") is no discussion.
 */
export function isDiscussion(text: string): boolean {
  return discussions.some((pattern) => pattern.test(text.slice(0, longestText)));
}

/** Whether a title says that the issue reports a cure: `[Solved] ...`. */
export function isSolved(title: string): boolean {
  return /^\W{0,3}(?:solved|resolved|fixed)\s{0,2}[\]:)】!]|^\W{0,3}(?:问题)?已(?:经)?解决/i.test(
    title,
  );
}

/** Whether a title finds fault with an error's text, not with the error: `Misleading error message when ...`. */
export function isAboutMessage(title: string): boolean {
  return /\b(?:bad|better|clearer|confusing|cryptic|improve|incorrect|inaccurate|misleading|poor|unclear|uninformative|unhelpful|useless|vague|wrong) (?:\w{1,20} ){0,2}(?:error|exception|warning) (?:message|text|wording)s?\b|(?:报错|错误)(?:信息|提示)(?:不(?:够)?(?:清晰|清楚|明确|友好|准确)|有误|具有误导)/i.test(
    title.slice(0, longestText),
  );
}

/** Whether a sentence says that the reporter has no trouble: `I do not have the problem myself`. */
export function isDisclaimed(text: string): boolean {
  return /\b(?:i (?:do not|don't|did not|didn't) (?:have|hit|see|get)|i(?:'m| am) not (?:hit|affected) by) (?:the|this|that) (?:problem|issue|error|bug) myself\b|我(?:自己|本人)(?:并)?没有(?:遇到|碰到)(?:这个|该)?(?:问题|错误|报错)/i.test(
    text.slice(0, longestText),
  );
}

const longestText = 4_000;

/** Run on capped text; no quantifier is nested or unbounded. */
const discussions = [
  /\b(?:should|must|could|would) (?:not )?(?:be|say|tell|name|mention|explain|list|raise|throw|fail|print|show|give|state)\b/i,
  /\b(?:could|can|should) (?:an?|the|this|that|it)\b.{0,40}\bbe (?:added|documented|mentioned|clearer|improved|linked)\b/i,
  /\bwould be (?:nice|great|good|better|helpful|useful)\b/i,
  /\b(?:feature request|changelog|release notes|for the record|better (?:error|message|text)|wording|clarif(?:y|ied|ication))\b/i,
  /\b(?:i|we)(?: would(?: like to)?|'d(?: like to)?)? (?:suggest|propose)\b/i,
  /\b(?:improve|rephrase|reword|document|translate) (?:the|this|that|its)\b/i,
  /\b(?:docs?|doc ?strings?|documentation|guide|readme|tutorial) (?:should|could|must|does|do|says?|explains?|warns?|mentions?)\b/i,
  /^\W{0,3}(?:add|improve|implement|refactor|rename|document|clarify|deprecate|bump)\b/i,
  /\b(?:blog|article|write-?up)\b.{0,12}\b(?:on|about|how)\b/i,
  /\badd (?:a|some) (?:test|section|note|example|check)\b/i,
  /\b(?:i|we|upgrading|updating|downgrading|reinstalling|that|which|this) (?:have |has |just |already )?(?:solved|fixed|resolved|cured)\b/i,
  /^\W{0,3}(?:solved|resolved|fixed)\b/i,
  /^\W{0,3}(?:docs?|documentation|feature(?: request)?|rfc|proposal|question)\W{0,2}[:\]]/i,
  /\bthis is not\b|\bi have no (?:problem|issue)/i,
  /\bplease (?:catch|handle|raise|throw|add|support|document)\b/i,
  /^\W{0,3}建议|希望.{0,12}(?:捕获|自动|不要)/,
  /建议(?:改|增|添|在|把|文档|补充)|希望(?:能|可以)?(?:增加|添加|改进|支持|提示|补充|在文档)|改进|文档(?:里|中|上)?(?:应|说明|解释|补充|没)/,
  // What a change repairs: "修复了……的问题".
  /(?:^|[；;，,。:：\s-])修复了?[^。；;\n]{0,100}的(?:问题|报错|错误|bug)/i,
  /已解决|已经解决|解决了|已修复|更新日志/,
];
