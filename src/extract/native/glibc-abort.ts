import { isVerbatim } from "../text/block.ts";
import { withStack } from "./check-failure.ts";
import type { Family } from "../family.ts";

/**
 * What the C libraries print before they abort a program: a heap that is broken, a stack that was overwritten.
 * https://sourceware.org/git/?p=glibc.git;a=blob;f=malloc/malloc.c
 */
export const glibcAbort: Family = {
  name: "glibc abort",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !maybeAbort(line.text) || !isVerbatim(line)) return null;
    const message = readAbort(line.text.trim());
    if (message === null) return null;
    return withStack(lines, at, { type: null, message, kind: "crash", language: "c" });
  },
};

function maybeAbort(text: string): boolean {
  return text.includes("(): ") || text.includes("*** ") || text.includes("corrupt");
}

function readAbort(text: string): string | null {
  // Since 2.26 without the stars and the program's name.
  const bare =
    /^(?:\S{1,200}: )?((?:free|malloc|realloc|calloc|munmap_chunk|malloc_consolidate|mremap_chunk|unlink_chunk|memalign|_int_free|tcache_thread_shutdown|sysmalloc)\(\): (?:invalid|corrupted|double free|unaligned|mismatching|memory corruption|smallbin|largebin|unsorted|chunk|bogus|unexpected|too many)[^"]{0,120}|double free or corruption(?: \([^)]{1,20}\))?|corrupted (?:size vs\. prev_size|double-linked list)[^"]{0,60})$/.exec(
      text,
    );
  if (bare !== null) return bare[1] ?? null;
  const starred =
    /^(?:\[[^\]]{1,60}\] )?\*\*\* (?:(?:glibc detected \*\*\* )?(?:Error in )?[`'"]?[^`'"]{1,300}[`'"]?: )?((?:double free|free\(\)|malloc|realloc|munmap_chunk|corrupted|stack smashing|buffer overflow|%n in|invalid|longjmp|memory corruption).{1,200})$/.exec(
      text,
    );
  if (starred !== null) return (starred[1] ?? "").replace(/ \*\*\*$/, "");
  const apple = /malloc: \*\*\* (error for object 0x[0-9a-f]{1,16}: .{3,200})$/.exec(text);
  return apple?.[1] ?? null;
}
