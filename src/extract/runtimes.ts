import { android } from "./jvm/android.ts";
import { bundler } from "./javascript/bundler.ts";
import { composer } from "./php/composer.ts";
import { dotnet } from "./dotnet/dotnet.ts";
import { dotnetHost } from "./dotnet/dotnet-host.ts";
import { dotnetRecord } from "./dotnet/dotnet-record.ts";
import { dotnetTest } from "./dotnet/dotnet-test.ts";
import { visualStudio } from "./dotnet/visual-studio.ts";
import { elixir } from "./beam/elixir.ts";
import { elixirCompiler } from "./beam/elixir-compiler.ts";
import { erlang } from "./beam/erlang.ts";
import { exunit } from "./beam/exunit.ts";
import type { Family } from "./family.ts";
import { fluentd } from "./service/fluentd.ts";
import { gradle } from "./jvm/gradle.ts";
import { javaCompiler } from "./jvm/java-compiler.ts";
import { julia } from "./scripting/julia.ts";
import { juliaRecord } from "./scripting/julia-record.ts";
import { juliaTest } from "./scripting/julia-test.ts";
import { jvmCrash } from "./jvm/jvm-crash.ts";
import { jvmLauncher } from "./jvm/jvm-launcher.ts";
import { jvmTest } from "./jvm/jvm-test.ts";
import { lua } from "./scripting/lua.ts";
import { maven } from "./jvm/maven.ts";
import { minitest } from "./ruby/minitest.ts";
import { msbuild } from "./dotnet/msbuild.ts";
import { perl } from "./scripting/perl.ts";
import { perlTest } from "./scripting/perl-test.ts";
import { php } from "./php/php.ts";
import { phpCollision } from "./php/php-collision.ts";
import { phpConsole } from "./php/php-console.ts";
import { phpLog } from "./php/php-log.ts";
import { phpPage } from "./php/php-page.ts";
import { phpunit } from "./php/phpunit.ts";
import { powershell } from "./scripting/powershell.ts";
import { powershellConcise } from "./scripting/powershell-concise.ts";
import { rLang } from "./scripting/r-lang.ts";
import { rTools } from "./scripting/r-tools.ts";
import { rspec } from "./ruby/rspec.ts";
import { ruby } from "./ruby/ruby.ts";
import { rubyRecord } from "./ruby/ruby-record.ts";
import { rubyTools } from "./ruby/ruby-tools.ts";
import { springFailure } from "./jvm/spring-failure.ts";
import { swift } from "./scripting/swift.ts";
import { vimError } from "./scripting/vim-error.ts";

/** What the line of a family may begin with, blanks left out, where it is not any letter. */
type Entry = readonly [family: Family, letters: string | null];

const digits = "0123456789";
const any = null;

/** Runtimes with formats of their own, each with its console, its package manager and its test runners. */
const entries: readonly Entry[] = [
  [ruby, any],
  [fluentd, any],
  [rubyRecord, any],
  [rspec, digits + "FA"],
  [minitest, digits + "FE"],
  [bundler, "BCAY[GE"],
  [rubyTools, "Lj["],
  [php, any],
  [phpLog, any],
  [phpConsole, "I["],
  [phpCollision, any],
  [phpPage, "TD"],
  [phpunit, digits],
  [composer, "YP"],
  [dotnetTest, any],
  [dotnetRecord, "tdiwfc"],
  [visualStudio, any],
  [dotnet, any],
  [msbuild, any],
  [dotnetHost, "YACI"],
  [gradle, "F*E"],
  [jvmTest, any],
  [maven, any],
  [javaCompiler, any],
  [android, "FsA"],
  [jvmCrash, "#AT"],
  [springFailure, "A"],
  [jvmLauncher, "EUS"],
  [elixir, any],
  [elixirCompiler, "ew"],
  [exunit, digits],
  [erlang, any],
  [rLang, "EF错エ以О오#"],
  [rTools, "E─"],
  [julia, "E"],
  [juliaRecord, "┌"],
  [juliaTest, any],
  [swift, any],
  [lua, any],
  [vimError, "EV"],
  [perl, any],
  [perlTest, "#F"],
  [powershell, any],
  [powershellConcise, any],
];

/** The families of the runtimes as one, which asks those only whose lines begin like the one at hand. */
export const runtimes: Family = {
  name: "runtimes",
  read(lines, at) {
    const letter = firstLetter(lines[at]?.text ?? "");
    if (letter === "") return null;
    for (const family of byLetter.get(letter) ?? ofAnyLetter) {
      const reading = family.read(lines, at);
      if (reading !== null) return reading;
    }
    return null;
  },
};

/** The first character that is no blank, empty for a blank line. */
function firstLetter(text: string): string {
  let at = 0;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  return text.charAt(at);
}

const ofAnyLetter = familiesFor(null);
const named = new Set(entries.flatMap(([, letters]) => (letters ?? "").split("")));
const byLetter = new Map([...named].map((letter) => [letter, familiesFor(letter)]));

function familiesFor(letter: string | null): Family[] {
  return entries.flatMap(([family, letters]) =>
    letters === null || (letter !== null && letters.includes(letter)) ? [family] : [],
  );
}
