import type { LooseObject, LooseValue } from "./loose-json.ts";

/** The first of several fields that holds words; a list counts by its first item. */
export function firstText(object: LooseObject, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object.get(key);
    const text = Array.isArray(value) ? value[0] : value;
    if (typeof text === "string" && text.trim() !== "" && !/^(?:true|false|-?\d+)$/.test(text))
      return text.trim();
  }
  return null;
}

/** A field's text, `null` where it is none or blank. */
export function textAt(object: LooseObject, key: string): string | null {
  const value = object.get(key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A field's object. */
export function objectAt(object: LooseObject, key: string): LooseObject | null {
  const value = object.get(key);
  return isObject(value) ? value : null;
}

/** A field's list, empty where it is none. */
export function listAt(object: LooseObject, key: string): readonly LooseValue[] {
  const value = object.get(key);
  return Array.isArray(value) ? value : [];
}

/** True for an object, as opposed to a text or a list. */
export function isObject(value: LooseValue | undefined): value is LooseObject {
  return value instanceof Map;
}
