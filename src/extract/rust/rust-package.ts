import type { Frame } from "../error-report.ts";

/** Whose code a Rust call is: a crate of the registry, of a git checkout or of `vendor/`, or Rust's own. */
export function rustOwnerOf(
  file: string | null,
  called: string | null,
): Pick<Frame, "inLibrary" | "package"> {
  if (file === null) return ownerOfPath(called ?? "");
  const path = file.replaceAll("\\", "/");
  const name = crateOf(path);
  return { inLibrary: name !== null || isStandard(path), package: name };
}

function crateOf(path: string): string | null {
  const registry = path.indexOf("/registry/src/");
  if (registry >= 0) return withoutVersion(path.slice(registry).split("/", 5)[4] ?? "");
  const checkout = path.indexOf("/git/checkouts/");
  if (checkout >= 0) return folderOfSource(path) ?? path.slice(checkout).split("/", 4)[3] ?? null;
  const vendored = path.indexOf("/vendor/");
  const isVendored = path.startsWith("vendor/") || vendored >= 0;
  if (!isVendored || !path.endsWith(".rs")) return null;
  return withoutVersion(path.slice(vendored + "/vendor/".length).split("/", 1)[0] ?? "");
}

/** `clap` of `clap-4.0.18`, `openssl-src` of `openssl-src-111.22.0+1.1.1q`. */
function withoutVersion(folder: string): string | null {
  const version = folder.search(/-\d+\.\d/);
  const name = version < 1 ? folder : folder.slice(0, version);
  return name === "" ? null : name;
}

/** `bevy_ecs` of `.../crates/bevy_ecs/src/lib.rs`; a crate at the checkout's root has no folder of its own. */
function folderOfSource(path: string): string | null {
  const source = path.lastIndexOf("/src/");
  const folder = path.slice(0, source).split("/").pop() ?? "";
  return source < 0 || /^[0-9a-f]{7,40}$/.test(folder) ? null : folder;
}

/** `/rustc/<hash>/library/std/src/panicking.rs`, a toolchain's `lib/rustlib/src/rust/`, old `src/libstd/`. */
function isStandard(path: string): boolean {
  return (
    path.startsWith("/rustc/") ||
    path.includes("/rustlib/src/rust/") ||
    /(?:^|\/)library\/(?:std|core|alloc|test|proc_macro|backtrace)\/src\//.test(path) ||
    /(?:^|\/)src\/lib(?:std|core|alloc|native|collections|rustc|syntax|test)\//.test(path)
  );
}

const standard = new Set(["std", "core", "alloc", "test", "proc_macro", "backtrace", "std_detect"]);

/** Without a file only the function's path tells the crate: `clap::parse`, `<clap::Arg as core::Clone>::clone`. */
function ownerOfPath(called: string): Pick<Frame, "inLibrary" | "package"> {
  const name = /^[<&\s*]{0,8}(?:dyn |mut |impl )?([A-Za-z_]\w{0,80})(?:\[[0-9a-f]{8,16}\])?::/.exec(
    called,
  )?.[1];
  if (name === undefined) return { inLibrary: runtime.test(called), package: null };
  return { inLibrary: true, package: standard.has(name) ? null : name };
}

/** Functions of the runtimes below `main`, which have no path. */
const runtime =
  /^(?:rust_|__rust_|_start|__libc_|start_thread|clone3?$|BaseThreadInitThunk|RtlUserThreadStart|_pthread|<unknown>)/;
