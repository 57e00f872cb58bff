import { describe, expect, it } from "@jest/globals";
import { relateTypes } from "../../src/match/exception-tree.ts";

describe("relateTypes", () => {
  it.each([
    ["modulenotfounderror", "importerror", "python", "narrower"],
    ["importerror", "modulenotfounderror", "python", "wider"],
    ["jsondecodeerror", "valueerror", "python", "narrower"],
    ["outofmemoryerror", "runtimeerror", "python", "narrower"],
    ["localentrynotfounderror", "filenotfounderror", "python", "narrower"],
    ["localentrynotfounderror", "oserror", "python", "narrower"],
    ["oserror", "environmenterror", "python", "narrower"],
    ["environmenterror", "oserror", "python", "narrower"],
    ["keyerror", "valueerror", "python", "other"],
    ["keyerror", "keyerror", "python", "same"],
    ["unsupportedclassversionerror", "linkageerror", "java", "narrower"],
    ["noclassdeffounderror", "classnotfoundexception", "java", "other"],
    ["sockettimeoutexception", "ioexception", "java", "narrower"],
    ["taskcanceledexception", "operationcanceledexception", "csharp", "narrower"],
    ["nomethoderror", "nameerror", "ruby", "narrower"],
    ["keyerror", "indexerror", "ruby", "narrower"],
    ["argumentcounterror", "typeerror", "php", "narrower"],
    ["modulenotfounderror", "importerror", "java", "other"],
    ["typeerror", "error", "javascript", "other"],
    ["valueerror", "exception", "python", "other"],
  ] as const)("%s is, seen from %s in %s, %s", (printed, named, language, relation) => {
    expect(relateTypes(printed, named, language)).toBe(relation);
  });
});
