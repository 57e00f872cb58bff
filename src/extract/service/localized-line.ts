import { isVerbatim } from "../text/block.ts";
import { isCodeLine } from "../reading/code-line.ts";
import type { Family } from "../family.ts";
import { isCode } from "../reading/find-typed.ts";
import { lineReading } from "../reading/line-reading.ts";

/** What systems, shells and tools print where their language is not English; program output only. */
export const localizedLine: Family = {
  name: "localized line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 4 || line.text.length > 600) return null;
    if (!isVerbatim(line) || !(beyondAscii.test(line.text) || inAscii.test(line.text))) return null;
    const text = line.text.trim();
    const label = labels.exec(text);
    if (label !== null && !isCode(text)) {
      const message = text.slice(label[0].length);
      return lineReading(lines, at, {
        type: label[1] ?? "",
        message,
        kind: "line",
        language: "other",
      });
    }
    if (!phrases.test(text) || isCodeLine(text) || /^\w+ ?["(]|[{};=]/.test(text)) return null;
    return lineReading(lines, at, { type: null, message: text, kind: "line", language: "shell" });
  },
};

const beyondAscii = /[\u0080-\uffff]/;

/** Labels and sentences of languages that can do without letters beyond ASCII, at the line's start. */
const inAscii =
  /^\s{0,8}(?:Fehler|FEHLER|Schwerwiegend|[Ee]rreur|ERREUR|[Ee]rror fatal|[Ee]rrore|[Ee]rro|[Hh]ata|Das System|Zugriff|Der Befehl|Le fichier|Acceso|Permiso|Acesso|Accesso|El sistema|'[^']{1,80}' (?:no|n))/;

/** Labels as git, GCC, bash and others translate `error:` and `fatal:`; a message follows on the line. */
const labels =
  /^(致命错误|严重错误|错误|致命錯誤|嚴重錯誤|錯誤|エラー|致命的エラー|致命的なエラー|Fehler|FEHLER|Schwerwiegend|Schwerwiegender Fehler|[Ee]rreur fatale|[Ee]rreur|ERREUR|[Ee]rror fatal|Ошибка|ошибка|ОШИБКА|[Фф]атальная ошибка|오류|에러|치명적 오류|[Ee]rrore|[Ee]rro|[Bb]łąd|[Hh]ata) ?[:：] ?(?=\S{2})/;

/** What stands for "not found", "no such file", "access denied" and the like, by system and shell. */
const phrases = new RegExp(
  [
    "不是内部或外部命令|系统找不到指定的|系统无法执行|拒绝访问。|未找到命令|没有那个文件或目录|权限不够|不允许的操作|设备上没有空间|段错误|无法打开文件|无法解析的外部",
    "不是內部或外部命令|系統找不到指定的|存取被拒|沒有此一檔案或目錄|拒絕不符權限的操作|找不到指令",
    "内部コマンドまたは外部コマンド|指定された(?:パス|ファイル)が見つかりません|アクセスが拒否されました|そのようなファイルやディレクトリはありません|コマンドが見つかりません|許可がありません",
    "내부 또는 외부 명령|지정된 (?:경로|파일)를? 찾을 수 없습니다|액세스가 거부되었습니다|그런 파일이나 디렉터리가 없습니다|명령을 찾을 수 없|명령어를 찾을 수 없|허가 거부",
    "ist entweder falsch geschrieben oder|Das System kann (?:den angegebenen Pfad|die angegebene Datei) nicht finden|Zugriff verweigert|Datei oder Verzeichnis nicht gefunden|(?:Kommando|Befehl) nicht gefunden|Keine Berechtigung|Auf dem Gerät ist kein Speicherplatz",
    "n['’]est pas reconnu en tant que commande|(?:Le chemin d['’]accès|Le fichier) spécifié|Accès refusé|Aucun fichier ou dossier de ce (?:type|nom)|commande introuvable|Permission non accordée",
    "no se reconoce como un comando|El sistema no puede encontrar|No existe el (?:fichero|archivo) o el directorio|orden no encontrada|no se encontró la orden|Permiso denegado|Acceso denegado",
    "não é reconhecido como um comando|O sistema não pode encontrar|Arquivo ou diretório inexistente|comando não encontrado|Permissão negada|Acesso negado",
    "не является внутренней или внешней|Системе не уда[её]тся найти|Не уда[её]тся найти указанный|Отказано в доступе|Нет такого файла или каталога|команда не найдена",
    "non è riconosciuto come comando|Impossibile trovare il (?:percorso|file) specificato|File o directory non esistente|comando non trovato|Permesso negato|Accesso negato",
  ].join("|"),
);
