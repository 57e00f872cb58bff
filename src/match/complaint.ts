/** What goes wrong without an error text, in the words of reporters. */
export type Complaint =
  | "hang"
  | "silence"
  | "slow"
  | "garbage"
  | "nan"
  | "killed"
  | "growth"
  | "idle";

/**
 * Each complaint in English and Chinese. Run on lines of capped length; no quantifier is nested or
 * unbounded next to another.
 */
const wordings: readonly (readonly [Complaint, RegExp])[] = [
  [
    "hang",
    /\b(?:hang(?:s|ing)?|hung|stuck|freez(?:e|es|ing)|froze|frozen|stall(?:s|ed|ing)?|deadlock(?:s|ed)?|forever|endless(?:ly)?|indefinitely|never (?:returns?|ends?|finish(?:es)?|completes?|stops?|comes)|sits there|(?:doesn't|won't|not) return(?:ing)?)\b|卡住|卡死|卡在|停滞|挂起|死锁|无响应|没反应|没有反应|不动|停住|停在|假死/,
  ],
  [
    "silence",
    /\b(?:no|not|without|doesn't|nothing)(?: \w{1,12}){0,3} (?:output|outputs|tokens?|response)\b|\bnothing (?:is |was |gets )?(?:printed|generated|happens|comes out|shown)\b|\bno generation\b|\bnever gets? (?:any |a )?(?:output|tokens?|response|answer)\b|(?:没有|没|无|无法产生|无法生成|无法得到)(?:任何)?(?:的)?(?:输出|回复|响应|结果)/,
  ],
  [
    "slow",
    /\b(?:slow|slower|slowly|slowdown|takes (?:hours|minutes|ages|too long))\b|变慢|很慢|缓慢|太慢|耗时/,
  ],
  [
    "garbage",
    /\b(?:garbage|gibberish|nonsense|repeats itself|repetitive|repeated tokens|garbled|incoherent|meaningless)\b|乱码|胡言乱语|胡乱回答|重复(?:输出|内容)|输出重复|(?:一直|不断|无限)重复|复读|无意义/,
  ],
  ["nan", /\bnans?\b|\bloss (?:is|becomes|stays) 0(?:\.0)?\b/],
  ["killed", /\b(?:killed|sigkill|exit code -?9|exitcode -?9|oom[- ]killer)\b|被杀|被终止/],
  [
    "growth",
    /\b(?:memory leak|leaks? memory|leaking|memory (?:keeps |usage )?(?:grows|growing|increases|increasing))\b|\bram(?: usage)? (?:keeps )?(?:grows|growing|increases|increasing)\b|内存泄漏|显存泄漏|内存(?:不断|持续|一直)?(?:增长|上涨|增加|上升)/,
  ],
  [
    "idle",
    /\b(?:not used|not using|isn't used|unused|utilization (?:is |stays )?(?:at )?0 ?%|0 ?% utilization|no effect|identical|changes nothing|makes no difference)\b|未使用|没有使用|没有?用[上到]|利用率(?:一直)?为? ?0|没有效果|不生效|完全相同|一模一样|没有变化/,
  ],
];

/** The complaints that a case-folded text makes. */
export function complaintsIn(folded: string): Set<Complaint> {
  return new Set(wordings.flatMap(([kind, wording]) => (wording.test(folded) ? [kind] : [])));
}

/** A case-folded text without the words that make its complaints. */
export function withoutComplaints(folded: string): string {
  return wordings.reduce(
    (text, [, { source }]) => text.replace(new RegExp(source, "g"), " "),
    folded,
  );
}
