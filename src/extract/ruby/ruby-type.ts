import type { Head } from "../reading/call-stack.ts";
import { isErrorType } from "../reading/typed-message.ts";

/** Splits `message (Net::ReadTimeout)`; the type is `null` where no class stands in brackets at the end. */
export function splitRubyType(text: string): Head {
  const open = text.lastIndexOf("(");
  const isType = open >= 0 && text.endsWith(")") && className.test(text.slice(open + 1, -1));
  if (!isType) return { type: null, message: text };
  return { type: text.slice(open + 1, -1), message: text.slice(0, open).trimEnd() };
}

const className = /^(?:[A-Z]\w{0,80}(?:::[A-Z]\w{0,80}){0,8}|fatal)$/;

/** True for a class that is an exception's by its name: `NoMethodError`, `Errno::ENOENT`, `Interrupt`. */
export function isRubyType(name: string): boolean {
  if (!className.test(name)) return false;
  return name.includes("::") || isErrorType(name) || others.has(name);
}

const others = new Set(["Interrupt", "SystemExit", "SystemStackError", "SignalException", "fatal"]);
