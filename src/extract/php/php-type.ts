import { isErrorType } from "../reading/typed-message.ts";

/** True for a class that PHP could throw, by its name: `TypeError`, `Error`, `App\Exceptions\CartGone`. */
export function isPhpType(name: string): boolean {
  if (!/^\\?[A-Za-z_]\w{0,100}(?:\\[A-Za-z_]\w{0,100}){0,12}$/.test(name)) return false;
  return isErrorType(name) || name.includes("\\") || name === "Error" || name === "Exception";
}
