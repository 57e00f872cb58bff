import { packageName } from "../extract/environment/package-name.ts";
import type { KnownError } from "../knowledge/known-error.ts";

/**
 * The domain in which most of the known errors of a package stand (`transformers` in `huggingface`);
 * `null` where none names it.
 */
export function usualDomain(name: string, knownErrors: Iterable<KnownError>): string | null {
  const counts = new Map<string, number>();
  for (const { domain, packages } of knownErrors) {
    if (packages.some((each) => packageName(each) === name))
      counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((left, right) => right[1] - left[1]);
  return most?.[0] ?? null;
}
