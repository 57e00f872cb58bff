/**
 * True for a line that reads like source code, configuration or a command rather than like a
 * sentence that a program printed. Errors quote code, so only the line's frame is judged.
 */
export function isCodeLine(text: string): boolean {
  const first = text.charAt(0);
  if ("<|$%/*+=}])@#".includes(first) || /[;{,([\\]$|\) =>$/.test(text)) return true;
  if ((first === "{" && !text.startsWith("{{")) || (first === "[" && /[\]})]$/.test(text)))
    return true;
  if ((first === '"' || first === "'") && /^(["'])[^"']{0,200}\1[,:)\]]? ?[!-~]*$/.test(text))
    return true;
  if (/^(?:--?|- )\w|^[\w.$-]{1,60}: ?(?:["'[{|>]|\w{1,40}$)/.test(text)) return true;
  if (
    / (?:\/\/|=>|&&|\|\||<-|:=|<>) | \/\/(?!\.\/) ?\S|^\w[\w.[\]"'$-]{0,80}(?:: ?[\w<>[\]]{1,30})? ?[-+*/|&]?=(?!=) ?\S/.test(
      text,
    )
  )
    return true;
  if (/\bfunc\(|^[rbf]?"""|^[rbf]"|\) error$|^\w+ {1,20}(?:chan |\*|\[\])?error$/.test(text))
    return true;
  if (/^\w[\w.]{0,60}: [\w.[\], |"']{1,80} = \S/.test(text)) return true;
  return isCall(text) || declarations.test(text) || commands.test(text);
}

const declarations =
  /^(?:const|let|var|public|private|protected|static|final|val|fun|func|fn|function|async|await|export|package|struct|enum|interface|type|use|using|mod|pub|impl|int|char|void|bool|float|double|auto|module|namespace|include|require|print|echo|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|RUN|COPY|ENV|GET|POST|PUT) [\w$"'({<*&/@.]/;

const commands =
  /^(?:sudo|pip3?|python3?|conda|npm|npx|yarn|pnpm|node|git|docker|docker-compose|kubectl|helm|curl|wget|cd|ls|cat|export|make|cmake|cargo|go|mvn|gradle|apt|apt-get|brew|bash|sh|ssh|mkdir|rm|cp|mv|source) [^:]*$/;

/** `f(x)`, `a.b.c(x, y)` with nothing but the call's rest behind it; `open(x): reason` and `f() failed` are sentences. */
function isCall(text: string): boolean {
  const open = text.search(/[( ]/);
  if (open < 1 || text[open] !== "(" || !/^[\w.$:!?*&-]+$/.test(text.slice(0, open))) return false;
  const close = text.lastIndexOf(")");
  return close < 0 || !/^:? ?[a-z]/i.test(text.slice(close + 1));
}
