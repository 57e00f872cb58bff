import type { FieldPath } from "../../knowledge/field-path.ts";
import type { KnownError } from "../../knowledge/known-error.ts";
import { isBlank, shownTexts } from "../shown-text.ts";
import type { Complaint, Rule } from "../rule.ts";

/** Hosts of documentation, source and public reports; others are looked at twice by a person. */
const knownHosts = [
  "github.com",
  "github.io",
  "gitlab.com",
  "huggingface.co",
  "pytorch.org",
  "scikit-learn.org",
  "python.org",
  "pypi.org",
  "pypa.io",
  "readthedocs.io",
  "readthedocs-hosted.com",
  "stackoverflow.com",
  "nvidia.com",
  "microsoft.com",
  "tensorflow.org",
  "jax.dev",
  "onnxruntime.ai",
  "lightning.ai",
  "deepspeed.ai",
  "vllm.ai",
  "gradio.app",
  "numpy.org",
  "scipy.org",
  "pydata.org",
  "pydantic.dev",
  "protobuf.dev",
  "astral.sh",
  "conda.io",
  "anaconda.com",
  "conda-forge.org",
  "nodejs.org",
  "npmjs.com",
  "typescriptlang.org",
  "vite.dev",
  "js.org",
  "git-scm.com",
  "docker.com",
  "kubernetes.io",
  "postgresql.org",
  "mysql.com",
  "sqlite.org",
  "mongodb.com",
  "redis.io",
  "oracle.com",
  "apache.org",
  "gradle.org",
  "spring.io",
  "go.dev",
  "rust-lang.org",
  "docs.rs",
  "cmake.org",
  "gnu.org",
  "openssl.org",
  "kernel.org",
  "debian.org",
  "ubuntu.com",
  "apple.com",
  "mozilla.org",
  "modelcontextprotocol.io",
  "openai.com",
  "python-httpx.org",
  "spacy.io",
  "tuna.tsinghua.edu.cn",
];

/** Links lead to https pages, without user names in them. */
export const urlForm: Rule = {
  name: "url-form",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) =>
    addresses(knownError).flatMap(({ path, address }): Complaint[] => {
      const url = URL.parse(address);
      if (url?.protocol === "https:" && url.username === "" && url.hostname.includes("."))
        return [];
      const message = `${JSON.stringify(address.slice(0, 120))} is not an https address`;
      return [{ path, message, mend: "Write the full address with https://, or remove it" }];
    }),
};

/** Links to hosts that nobody knows may be anybody's. */
export const urlHost: Rule = {
  name: "url-host",
  own: "warning",
  foreign: "warning",
  check: ({ knownError }) =>
    addresses(knownError).flatMap(({ path, address }): Complaint[] => {
      const host = URL.parse(address)?.hostname;
      if (host === undefined || isKnownHost(address)) return [];
      const message = `${host} is not on the list of known hosts`;
      const mend = "Open the page, and link to the project's own documentation if there is any";
      return [{ path, message, mend }];
    }),
};

/** Whether an address leads to a host of the list; true for what is no address. */
export function isKnownHost(address: string): boolean {
  const host = URL.parse(address)?.hostname;
  return host === undefined || knownHosts.some((known) => isBelow(host, known));
}

/** The addresses in a text. */
export function linksIn(text: string): string[] {
  return text.match(/\bhttps?:\/\/[^\s)>\]"'`，。、；：！？（）]+/g) ?? [];
}

function isBelow(host: string, known: string): boolean {
  return host === known || host.endsWith(`.${known}`);
}

function addresses(knownError: KnownError): { path: FieldPath; address: string }[] {
  const found: { path: FieldPath; address: string }[] = [];
  if (!isBlank(knownError.official_doc_url)) {
    found.push({ path: ["official_doc_url"], address: knownError.official_doc_url ?? "" });
  }
  for (const [index, address] of knownError.sources.entries()) {
    if (address.includes("://")) found.push({ path: ["sources", index], address });
  }
  for (const { path, text } of shownTexts(knownError)) {
    for (const address of linksIn(text)) {
      if (!isLocal(address)) found.push({ path, address });
    }
  }
  return found;
}

/** Examples of addresses on the reader's own machine are no links. */
function isLocal(address: string): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|[^/]*\.(?:example|example\.com|internal))(?:[:/]|$)/.test(
    address,
  );
}
