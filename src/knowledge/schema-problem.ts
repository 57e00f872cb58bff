import type { z } from "zod";
import type { FieldPath } from "./field-path.ts";

/** Says in plain words what the schema found at one field of `value`, and how to mend it. */
export function explainSchemaIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
): { message: string; mend: string } {
  const found = valueAt(value, issue.path);
  if (found === undefined) {
    const form = issue.code === "invalid_type" ? ` as ${withArticle(issue.expected)}` : "";
    return { message: "the field is missing", mend: `Add it${form}` };
  }
  if (issue.code === "invalid_type") {
    return {
      message: `it is ${typeName(found)}`,
      mend: `Write it as ${withArticle(issue.expected)}`,
    };
  }
  if (issue.code === "too_big") {
    return { message: "it is too large", mend: `Keep to ${issue.maximum} ${unit(issue)}at most` };
  }
  if (issue.code === "too_small") {
    return { message: "it is too small", mend: `Give ${issue.minimum} ${unit(issue)}or more` };
  }
  if (issue.code === "invalid_value") {
    const mend = `Use one of ${issue.values.map(String).join(", ")}`;
    return { message: `${quote(found)} is not one of the values allowed`, mend };
  }
  if (issue.code === "invalid_format" && issue.path[0] === "id") {
    const mend = "Write it as domain/slug in lower-case letters, digits, dots, _ and hyphens";
    return { message: `${quote(found)} is not an id`, mend };
  }
  const message = `${quote(found)} does not have a form that is allowed here`;
  return { message, mend: "See knowledge/README.md for the forms of this field" };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, part)) {
      return undefined;
    }
    current = Reflect.get(current, part);
  }
  return current;
}

function typeName(value: unknown): string {
  if (value === null) {
    return "null";
  }
  return withArticle(Array.isArray(value) ? "array" : typeof value);
}

function withArticle(type: string): string {
  const name = type === "array" ? "list" : type === "int" ? "whole number" : type;
  return `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;
}

function unit(issue: { origin: string }): string {
  return issue.origin === "string" ? "characters " : issue.origin === "array" ? "items " : "";
}

function quote(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}

/** A path of the schema as names and indexes. */
export function fieldPathOf(issue: z.core.$ZodIssue): FieldPath {
  return issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
}
