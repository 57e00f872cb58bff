import { seededRandom } from "./random.ts";
import type { Random } from "./random.ts";

/** An error message that a program could print, as people would describe it in a known error. */
export interface SyntheticError {
  type: string;
  /** With one to three holes. */
  regex: string;
  /** What stands between the holes. */
  literals: readonly string[];
  /** Its message, each time with other values in the holes. */
  print(random: Random): string;
  /** The same with something in the first hole that the regex does not take, or cut off. */
  printNearly(random: Random): string;
}

/** A value that differs from message to message. */
interface Hole {
  regex: string;
  fill(random: Random): string;
  /** What the regex does not take. */
  miss: string;
}

const words =
  `cannot could not failed to unable expected got found missing invalid unknown unsupported unexpected while when
  because after before during without with from into for of the a an is was are has have been must should be only
  not already still never same different at least than more too many few open read write load save parse decode
  encode allocate initialize connect resolve convert cast import export compile link run start stop restart kill
  fork join wait lock release acquire send receive broadcast gather reduce scatter split merge copy move remove
  create delete update install build fetch download upload train evaluate generate tokenize pad truncate shard
  quantize dequantize offload dispatch dtype device tensor shape size length dimension index key value name type
  argument parameter option flag attribute method function class object module package library backend driver
  kernel stream context graph node edge layer weight gradient optimizer scheduler dataset sample batch token
  tokenizer vocabulary model checkpoint config configuration processor pipeline worker process thread rank group
  queue buffer cache memory disk file folder path directory archive header footer version protocol socket port
  host address proxy certificate credential permission user session request response server client timeout retry
  database table column row query transaction migration schema constraint format encoding charset byte character
  line offset range bound limit quota budget capacity precision half float double integer string boolean list
  dictionary tuple mapping sequence iterator generator callback handler event signal loop task job step epoch`.split(
    /\s+/,
  );

const chineseWords =
  `无法 加载 模型 失败 找不到 文件 显存 不足 配置 参数 类型 不匹配 设备 张量 形状 错误 权重 分词器 数据集 缓存 目录 权限 连接
  超时 服务器 请求 版本 不兼容 缺少 依赖 初始化 进程 端口 已被 占用 读取 写入 解析 编码 格式 不支持 索引 越界 梯度 训练 推理
  检查点 损坏 下载 中断 密钥 无效 用户 不存在 数据库 迁移 查询 内存 分配 线程 死锁 等待 任务 队列`.split(
    /\s+/,
  );

const stems =
  `tensor flow model data graph node rank shard cache token batch layer device kernel stream buffer socket proxy
  query index schema worker thread session client server config plugin engine driver parser loader writer reader
  encoder decoder sampler trainer optimizer scheduler adapter router bridge tunnel mirror vector matrix`.split(
    /\s+/,
  );

const endings = ["Error", "Exception", "Fault", "Warning"];

const holes: readonly Hole[] = [
  { regex: String.raw`\d+`, fill: (random) => String(random.below(100_000)), miss: "none" },
  { regex: String.raw`\d+\.\d+ [KMG]iB`, fill: size, miss: "some MiB" },
  { regex: String.raw`'[^']*'`, fill: (random) => `'${identifier(random)}'`, miss: "nothing" },
  { regex: String.raw`\S+`, fill: path, miss: "" },
  { regex: String.raw`\w+`, fill: identifier, miss: "<>" },
  { regex: ".*", fill: (random) => phrase(random, 2).join(" "), miss: "\n" },
  { regex: ".+", fill: (random) => phrase(random, 3).join(" "), miss: "\n" },
];

/** `count` different errors, the same in every run; one in ten is Chinese. */
export function syntheticErrors(count: number): SyntheticError[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, index) => syntheticError(random, index % 10 === 9));
}

/** Words without any error: what stands around one. */
export function syntheticProse(random: Random, isChinese: boolean): string {
  return isChinese
    ? Array.from({ length: 6 + random.below(12) }, () => random.pick(chineseWords)).join("")
    : phrase(random, 6 + random.below(10)).join(" ");
}

function syntheticError(random: Random, isChinese: boolean): SyntheticError {
  const pieces: (string | Hole)[] = [literal(random, isChinese)];
  for (let count = 1 + random.below(3); count > 0; count--) {
    pieces.push(random.pick(holes), literal(random, isChinese));
  }
  return {
    type: `${capital(random.pick(stems))}${capital(random.pick(stems))}${random.pick(endings)}`,
    literals: pieces.filter((piece) => typeof piece === "string"),
    regex: pieces.map((piece) => (typeof piece === "string" ? piece : piece.regex)).join(" "),
    print: (by) =>
      pieces.map((piece) => (typeof piece === "string" ? piece : piece.fill(by))).join(" "),
    printNearly: () =>
      pieces.map((piece) => (typeof piece === "string" ? piece : piece.miss)).join(" "),
  };
}

function literal(random: Random, isChinese: boolean): string {
  if (isChinese) {
    return Array.from({ length: 3 + random.below(4) }, () => random.pick(chineseWords)).join("");
  }
  const text = phrase(random, 2 + random.below(4));
  if (random.below(3) === 0) text.push(identifier(random));
  return text.join(" ");
}

function phrase(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => random.pick(words));
}

function identifier(random: Random): string {
  return `${random.pick(stems)}_${random.pick(words)}_${random.pick(stems)}`;
}

function path(random: Random): string {
  return `/srv/${random.pick(stems)}/${identifier(random)}-${random.below(1_000)}.bin`;
}

function size(random: Random): string {
  return `${random.below(100)}.${random.below(100)} ${random.pick(["KiB", "MiB", "GiB"])}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
