/**
 * Words with which reporters say the same thing, in English and Chinese, under one name. Activities
 * are what a program was doing: a hang while training is another problem than one while generating.
 */
const groups: readonly (readonly [string, RegExp])[] = [
  [
    "#many",
    /\b(?:multiple|several|multi|two|three|four|both|[2-8] ?x)\b|[多两双三四] ?(?:张|块|个)? ?(?:显?卡|gpu)|多机/,
  ],
  ["#single", /\b(?:single|one)\b|[单一] ?(?:张|块|个)? ?(?:显?卡|gpu)/],
  ["#adapter", /\b(?:q?lora|adapters?)\b|适配器/],
  ["#ram", /\b(?:ram|(?:host|cpu|system) memory)\b|内存/],
  ["#answer", /\b(?:outputs?|answers?|responses?|results?|tokens?|texts?)\b|输出|回复|回答|结果/],
];

const activities: readonly (readonly [string, RegExp])[] = [
  [
    "#generate",
    /\b(?:generat(?:e|es|ed|ing|ion)|inference|infer|predict(?:s|ing|ion)?)\b|生成|推理|预测/,
  ],
  [
    "#train",
    /\b(?:train(?:s|ed|ing|er)?|fine-? ?tun(?:e|es|ed|ing)|finetun(?:e|es|ed|ing)|sft|epochs?)\b|训练|微调/,
  ],
  ["#evaluate", /\b(?:evaluat(?:e|es|ed|ing|ion)|validation)\b|评估|验证集/],
  ["#load", /\b(?:load(?:s|ed|ing)?|from_pretrained)\b|加载|载入/],
  ["#download", /\b(?:download(?:s|ed|ing)?|snapshot_download)\b|下载/],
  ["#upload", /\b(?:upload(?:s|ed|ing)?|push_to_hub)\b|上传/],
  ["#save", /\b(?:sav(?:e|es|ed|ing)|save_pretrained)\b|保存/],
  ["#install", /\b(?:install(?:s|ed|ing|ation)?|wheels?|pip|conda)\b|安装/],
  ["#compile", /\b(?:compil(?:e|es|ed|ing|ation)|recompil(?:e|es|ing|ation|ations))\b|编译/],
  [
    "#start",
    /\b(?:init|initiali[sz](?:e|es|ed|ing|ation)|init_process_group|start-?up|launch(?:es|ing)?)\b|初始化|启动/,
  ],
  [
    "#prepare",
    /\b(?:preprocess(?:ing)?|tokeniz(?:e|es|ing|ation)|dataset\.map|datasets\.map)\b|预处理|分词/,
  ],
  ["#serve", /\b(?:serv(?:e|es|er|ing)|requests?|endpoint)\b|服务器|请求/],
];

const everything = [...groups, ...activities];
const names = new Set(activities.map(([name]) => name));

/** Names of the groups and activities that a case-folded text speaks of. */
export function wordGroupsIn(folded: string): Set<string> {
  return new Set(everything.flatMap(([name, words]) => (words.test(folded) ? [name] : [])));
}

/** A case-folded text without the words of any group. */
export function withoutWordGroups(folded: string): string {
  return everything.reduce(
    (text, [, { source }]) => text.replace(new RegExp(source, "g"), " "),
    folded,
  );
}

/** Whether a name is that of an activity. */
export function isActivity(name: string): boolean {
  return names.has(name);
}
