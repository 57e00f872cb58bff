import { android } from "./android.ts";
import { bundler } from "./bundler.ts";
import { composer } from "./composer.ts";
import { dotnet } from "./dotnet.ts";
import { dotnetHost } from "./dotnet-host.ts";
import { dotnetRecord } from "./dotnet-record.ts";
import { dotnetTest } from "./dotnet-test.ts";
import { elixir } from "./elixir.ts";
import { elixirCompiler } from "./elixir-compiler.ts";
import { erlang } from "./erlang.ts";
import { exunit } from "./exunit.ts";
import type { Family } from "./family.ts";
import { gradle } from "./gradle.ts";
import { javaCompiler } from "./java-compiler.ts";
import { julia } from "./julia.ts";
import { juliaTest } from "./julia-test.ts";
import { jvmCrash } from "./jvm-crash.ts";
import { jvmLauncher } from "./jvm-launcher.ts";
import { jvmTest } from "./jvm-test.ts";
import { lua } from "./lua.ts";
import { maven } from "./maven.ts";
import { minitest } from "./minitest.ts";
import { msbuild } from "./msbuild.ts";
import { perl } from "./perl.ts";
import { perlTest } from "./perl-test.ts";
import { php } from "./php.ts";
import { phpCollision } from "./php-collision.ts";
import { phpConsole } from "./php-console.ts";
import { phpLog } from "./php-log.ts";
import { phpPage } from "./php-page.ts";
import { phpunit } from "./phpunit.ts";
import { powershell } from "./powershell.ts";
import { powershellConcise } from "./powershell-concise.ts";
import { rLang } from "./r-lang.ts";
import { rTools } from "./r-tools.ts";
import { rspec } from "./rspec.ts";
import { ruby } from "./ruby.ts";
import { rubyRecord } from "./ruby-record.ts";
import { springFailure } from "./spring-failure.ts";
import { swift } from "./swift.ts";
import { vimError } from "./vim-error.ts";

/** Runtimes with formats of their own, each with its console, its package manager and its test runners. */
export const runtimeFamilies: readonly Family[] = [
  ruby,
  rubyRecord,
  rspec,
  minitest,
  bundler,
  php,
  phpLog,
  phpConsole,
  phpCollision,
  phpPage,
  phpunit,
  composer,
  dotnetTest,
  dotnetRecord,
  dotnet,
  msbuild,
  dotnetHost,
  gradle,
  jvmTest,
  maven,
  javaCompiler,
  android,
  jvmCrash,
  springFailure,
  jvmLauncher,
  elixir,
  elixirCompiler,
  exunit,
  erlang,
  rLang,
  rTools,
  julia,
  juliaTest,
  swift,
  lua,
  vimError,
  perl,
  perlTest,
  powershell,
  powershellConcise,
];
