import { isChinese } from "./chinese-text.ts";
import { oneLine } from "./escape.ts";

/** A condition in front of what it is for, as the beginning of a sentence; empty for a blank one. */
export function leadingCondition(condition: string): string {
  const said = withoutStop(condition);
  if (said === "") return "";
  const begun = said.charAt(0).toUpperCase() + said.slice(1);
  return (functionWord.test(begun) ? begun : said) + colonAfter(said);
}

/** The colon of the language a text is written in. */
export function colonAfter(text: string): string {
  return isChinese(text) ? "：" : ": ";
}

/** A sentence on one line, without its full stop. */
export function withoutStop(sentence: string): string {
  return oneLine(sentence).replace(/[.:;,。：；，]{1,5}$/, "");
}

/** Ends a sentence that has no end of its own, in the language it is written in. */
export function withStop(sentence: string): string {
  if (/[.!?:;…。！？：；][*_"'”’)）]{0,4}$/.test(sentence)) return sentence;
  return sentence + (isChinese(sentence) ? "。" : ".");
}

/** Words that are never a name, so that they may be written large or small as the sentence needs. */
const functionWord =
  /^(?:The|This|That|These|Those|It|Its|A|An|You|Your|Yours|Both|There|They|Their|Any|All|Each|Every|Everything|Some|Something|Other|Another|Different|No|None|Nobody|Nothing|Neither|One|Two|Three|Several|Many|Most|More|Few|Fewer|Less|Little|Exactly|Only|In|On|To|With|Without|Before|Behind|Across|Below|Together|Then|If|When|Where|While|What|Which|Here|Older|Newer)\b/;

/** A sentence as it stands behind a colon. */
export function continued(sentence: string): string {
  if (!functionWord.test(sentence)) return sentence;
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** An instruction as it stands behind the colon of its condition: it begins with a verb, unless with a name. */
export function continuedInstruction(instruction: string): string {
  const first = /^[A-Z][a-z]+(?![\w.])/.exec(instruction)?.[0];
  return first === undefined || names.has(first)
    ? instruction
    : first.toLowerCase() + instruction.slice(first.length);
}

/** Names that are written like a word at the beginning of a sentence. */
const names = new Set(
  `Accelerate Anaconda Ansible Chrome Colab Conda Debian Diffusers Docker Fedora Firefox Git Gradio Gradle Gunicorn
  Hugging Jupyter Kaggle Keras Kubernetes Lightning Linux Maven Megatron Miniconda Nginx Node Ollama Optimum Poetry
  Python Ray Redis Rust Slurm Spark Spring Streamlit Transformers Triton Ubuntu Visual Vite Webpack Windows Xcode
  Yarn`.split(/\s+/),
);
