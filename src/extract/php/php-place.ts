import type { Frame } from "../error-report.ts";

/** A text whose end named a file and a line. */
export interface PlacedText {
  text: string;
  file: string;
  line: number;
}

/** Splits `message in /a.php:3`, `message in /a.php on line 3` and Drupal's `message in f() (line 3 of /a.php).` */
export function splitPhpPlace(text: string): PlacedText | null {
  const drupal = /\(line (\d{1,7}) of ([^()]{1,300})\)\.?$/.exec(text);
  const at = text.lastIndexOf(" in ", drupal?.index ?? text.length);
  if (at < 0) return null;
  if (drupal !== null)
    return { text: text.slice(0, at), file: drupal[2] ?? "", line: Number(drupal[1]) };
  const place = /^(.{1,400}?)(?::| on line )(\d{1,7})$/.exec(text.slice(at + 4).trimEnd());
  if (place === null) return null;
  return { text: text.slice(0, at), file: place[1] ?? "", line: Number(place[2]) };
}

/** Reads `#3 /a.php(12): App\Cart->open('x')` and `#4 [internal function]: f()`; `{main}` is no call. */
export function readPhpFrame(text: string): Frame | "main" | null {
  const number = /^\s*#\d{1,4} /.exec(text);
  if (number === null) return null;
  const body = text.slice(number[0].length);
  if (body.startsWith("{main}")) return "main";
  if (body.startsWith("[internal function]: "))
    return {
      file: null,
      line: null,
      function: calledIn(body.slice(21)),
      inLibrary: true,
      package: null,
    };
  const place = /^(.{1,400}?)\((\d{1,7})\): /.exec(body);
  if (place === null) return null;
  return phpCall(place[1] ?? "", Number(place[2]), body.slice(place[0].length));
}

/** A call of PHP by its file, line and the text of the call, whose arguments are left out. */
export function phpCall(file: string, line: number, called: string): Frame {
  return { file: singleBackslashes(file), line, function: calledIn(called), ...phpOwner(file) };
}

/** Since PHP 8.4 a closure's name holds where it was written: `{closure:App\f():3}`. */
function calledIn(text: string): string | null {
  const closure = text.lastIndexOf("{closure:") < 0 ? -1 : text.indexOf("}");
  const open = text.indexOf("(", closure + 1);
  const name = singleBackslashes((open < 0 ? text : text.slice(0, open)).trim().slice(0, 300));
  return name === "" ? null : name;
}

/** In JSON, Monolog's records double each backslash. */
function singleBackslashes(text: string): string {
  return text.replaceAll("\\\\", "\\");
}

/** Composer's name of a package (`slim/slim` of `/srv/vendor/slim/slim/`), or a WordPress plugin or theme. */
export function phpOwner(file: string): Pick<Frame, "inLibrary" | "package"> {
  const path = singleBackslashes(file).replaceAll("\\", "/");
  const vendor =
    nameIn(path, "vendor/", 2) ??
    nameIn(path, "wp-content/plugins/", 1) ??
    nameIn(path, "wp-content/themes/", 1);
  if (vendor !== null) return { inLibrary: true, package: vendor };
  const isWordPress = /(?:^|\/)wp-(?:includes|admin)\//.test(path);
  return {
    inLibrary: isWordPress || path.startsWith("phar://"),
    package: isWordPress ? "wordpress" : null,
  };
}

function nameIn(path: string, folder: string, parts: number): string | null {
  const at = path.lastIndexOf(folder);
  if (at < 0 || (at > 0 && path[at - 1] !== "/")) return null;
  const names = path.slice(at + folder.length).split("/", parts + 1);
  return names.length > parts ? names.slice(0, parts).join("/") : null;
}
