import type { Frame } from "../error-report.ts";

/** A call as Ruby prints it, and what stands behind it on the line. */
export interface RubyPlace {
  frame: Frame;
  rest: string;
}

/**
 * Reads the place at the start of a line: `/a.rb:12:in 'Cart#open'`, `a.rb:3` and Ruby before 3.4's
 * `` a.rb:12:in `open' ``. Rails puts the gem in front: `rack (2.2.3) lib/rack/etag.rb:27:in ...`.
 */
export function readRubyPlace(text: string): RubyPlace | null {
  const gem = /^([a-z][\w-]{0,60}) \(\d[\w.]{0,30}\) (?=[\w/])/.exec(text);
  const body = gem === null ? text : text.slice(gem[0].length);
  const end = pathEnd(body);
  const number = /^:(\d{1,7})/.exec(body.slice(end, end + 9));
  if (end === 0 || number === null) return null;
  const file = body.slice(0, end);
  const behind = body.slice(end + number[0].length);
  const called = /^:in ?[`'"‘]([^`'"’]{1,200})['"’]/.exec(behind);
  if (called === null && !isRubyFile(file)) return null;
  return {
    frame: {
      file,
      line: Number(number[1]),
      function: called?.[1] ?? null,
      ...rubyOwner(file, gem?.[1]),
    },
    rest: behind.slice(called?.[0].length ?? 0),
  };
}

/** Reads a call on a line of its own; `from` stands in front of it where Ruby itself prints the stack. */
export function readRubyCall(text: string): Frame | null {
  const body = text.trim();
  if (!body.includes(":")) return null;
  const bare = body.replace(/^(?:\d{1,5}: )?from /, "").replace(/^#\d{0,4} /, "");
  const jruby = readJrubyCall(bare);
  if (jruby !== null) return jruby;
  const place = readRubyPlace(bare);
  return place === null || !/^\s*(?:\(.{0,80}\))?$/.test(place.rest) ? null : place.frame;
}

/** JRuby puts the method in front: `require at org/jruby/RubyKernel.java:974`, `<main> at a.rb:3`. */
function readJrubyCall(text: string): Frame | null {
  const at = text.indexOf(" at ");
  const place = at < 1 ? null : /^(\S{1,400}\.(?:rb|java)|-e):(\d{1,7})$/.exec(text.slice(at + 4));
  const file = place?.[1] ?? "";
  if (place === null || (file.endsWith(".java") && !file.startsWith("org/jruby/"))) return null;
  return {
    file,
    line: Number(place[2]),
    function: text.slice(0, at).trim(),
    ...rubyOwner(file, undefined),
  };
}

/** Characters of the path that a place begins with; 0 where none does. */
function pathEnd(text: string): number {
  if (text.startsWith("<internal:")) return text.indexOf(">") + 1;
  const drive = /^[A-Za-z]:[/\\]/.test(text) ? 2 : 0;
  const end = text.indexOf(":", drive);
  return end < 0 || end > 400 ? 0 : end;
}

function isRubyFile(file: string): boolean {
  return /(?:\.(?:rb|rake|erb|haml|slim|ru|gemspec|thor|builder|jbuilder)|(?:^|\/)(?:Rakefile|Gemfile|Podfile|Fastfile|Vagrantfile|Guardfile|Brewfile)|^-e|^\((?:irb|pry|eval)[^)]{0,80}\))$/.test(
    file,
  );
}

/** `rails` of `.../gems/rails-7.0.4/lib/rails.rb` and of `.../bundler/gems/rails-0f3a9c1d2b4e/`. */
function rubyOwner(file: string, gem: string | undefined): Pick<Frame, "inLibrary" | "package"> {
  if (gem !== undefined) return { inLibrary: true, package: gem };
  const path = file.replaceAll("\\", "/");
  const at = path.lastIndexOf("/gems/");
  const [folder = ""] = at < 0 ? [] : path.slice(at + "/gems/".length).split("/", 1);
  const name = folder.replace(/-(?:\d[\w.]*(?:-[\w.-]+)?|[0-9a-f]{7,40})$/, "");
  if (name !== folder) return { inLibrary: true, package: name };
  return { inLibrary: isStandardLibrary(path), package: null };
}

function isStandardLibrary(path: string): boolean {
  return (
    path.startsWith("<internal:") ||
    path.startsWith("org/jruby/") ||
    /\/lib\/ruby\/(?:\d|vendor_ruby|site_ruby|stdlib)/.test(path)
  );
}
