import type { Frame } from "../error-report.ts";

const runtime = new Set([
  "elixir",
  "stdlib",
  "kernel",
  "iex",
  "mix",
  "ex_unit",
  "logger",
  "eex",
  "erts",
  "compiler",
  "hex",
]);

/** Applications of Hex that are libraries; a trace names the reporter's own in the same way. */
const libraries = new Set(
  `absinthe ash bandit broadway castore cowboy cowlib credo db_connection dialyxir ecto ecto_sql ex_aws exla finch
  gen_stage gettext hackney httpoison jason kino mint myxql nimble_options nimble_pool nx oban phoenix phoenix_ecto
  phoenix_html phoenix_live_dashboard phoenix_live_reload phoenix_live_view phoenix_pubsub phoenix_template plug
  plug_cowboy poison poolboy postgrex ranch redix req surface swoosh telemetry tesla thousand_island tzdata
  websock_adapter axon explorer livebook`.split(/\s+/),
);

const place =
  /^(?:\(([a-z]\w{0,60})(?: [\w.+-]{1,40})?\) )?(?:(\S{1,300}\.(?:exs?|[hl]?eex|erl|[xy]rl)|iex|nofile|\S{0,200}#cell:\w{1,60}):(\d{1,7}): )?(\S.{0,300})$/;

/**
 * Reads `(phoenix 1.7.2) lib/phoenix/router.ex:354: Phoenix.Router.__call__/5`, `run.exs:3: (file)`,
 * `:erlang.apply/2` (https://hexdocs.pm/elixir/Exception.html#format_stacktrace_entry/1).
 */
export function readElixirFrame(text: string): Frame | null {
  const body = text.trim();
  if (!/^[(\w:/.#]/.test(body) || body.startsWith("** (")) return null;
  const found = place.exec(body);
  const [, app, file, line, called = ""] = found ?? [];
  const isCall = /\/\d{1,3}$|^\((?:file|module|stdlib)\)$|^anonymous fn|^expanding macro: /.test(
    called,
  );
  const isPlaced = file !== undefined || (app !== undefined && isCall);
  if (
    found === null ||
    !(isPlaced || /^:\w{1,60}\.[\w!?"<>-]{1,80}(?:\/\d{1,3}|\(.{0,200}\))$/.test(called))
  )
    return null;
  const isLibrary = app !== undefined && libraries.has(app);
  return {
    file: file ?? null,
    line: line === undefined ? null : Number(line),
    function: called === "" ? null : called,
    inLibrary: isLibrary || (app !== undefined ? runtime.has(app) : called.startsWith(":")),
    package: isLibrary ? app : null,
  };
}
