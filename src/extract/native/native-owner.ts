import type { Frame } from "../error-report.ts";
import { ownerOf } from "../reading/frame-package.ts";

/** Whose code a native call is, judged by its source file or by the library or program that holds it. */
export function nativeOwnerOf(path: string | null): Pick<Frame, "inLibrary" | "package"> {
  const owner = ownerOf(path);
  if (path === null || owner.inLibrary) return owner;
  return { inLibrary: system.test(path.replaceAll("\\", "/")), package: null };
}

/** The C and C++ runtimes, the loader, the sanitizers' interceptors and the systems' own libraries. */
const system = new RegExp(
  [
    "^/(?:usr/)?lib(?:32|64|x32)?/|^/System/|^/usr/include/|^/apex/|^/system/|^[A-Za-z]:/windows/",
    "/glibc[-/]|sysdeps/|/nptl/|/csu/|/libstdc\\+\\+-v3/|/compiler-rt/|/libsanitizer/|/vctools/crt|/c\\+\\+/v1/|/include/c\\+\\+/",
    "(?:^|/)(?:lib(?:c|m|dl|pthread|rt|stdc\\+\\+|c\\+\\+|c\\+\\+abi|gcc_s|dyld|dispatch|objc|xpc|SystemB?)|ld|linux-vdso|linux-gate)(?:[-.\\d][^/]*)?\\.(?:so|dylib)",
    "(?:^|/)(?:libsystem_\\w+\\.dylib|libclang_rt[^/]*|vgpreload_[^/]*|dyld$)",
    "^(?:libswift\\w*|CoreFoundation|Foundation|UIKit\\w*|AppKit|SwiftUI\\w*|QuartzCore|CoreData|GraphicsServices|WebKit|CFNetwork|HIToolbox|Metal|Combine)(?:\\.(?:so|dylib))?$",
    "(?:^|/)(?:ntdll|kernel32|kernelbase|user32|ucrtbase|vcruntime\\d+|msvcp\\d+|msvcrt|combase)(?:\\.dll)?$",
  ].join("|"),
  "i",
);
