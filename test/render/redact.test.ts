import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { redact } from "../../src/render/redact.ts";

/** Made up, so that no scanner takes the table for a leak. */
const body = "a1B2c3D4".repeat(5);
const header = `eyJ${"hbGciOiJ".repeat(3)}`;

describe("tokens of known shape", () => {
  const cases: [name: string, text: string, redacted: string][] = [
    ["Hugging Face", `401 for hf_${body}: denied`, "401 for hf_***: denied"],
    ["GitHub classic", `https://x ghp_${body}`, "https://x ghp_***"],
    ["GitHub OAuth", `gho_${body}`, "gho_***"],
    ["GitHub fine-grained", `github_pat_11AB_${body}`, "github_pat_***"],
    ["GitLab", `glpat-${body}`, "glpat-***"],
    [
      "OpenAI",
      `Incorrect API key provided: sk-proj-${body}.`,
      "Incorrect API key provided: sk-***.",
    ],
    ["Anthropic", `sk-ant-api03-${body}`, "sk-***"],
    ["Stripe", `rk_live_${body}`, "rk_live_***"],
    ["AWS key id", `AKIA${"ABCD".repeat(4)}`, "AKIA***"],
    ["Slack", `xoxb-123456789012-${body}`, "xoxb-***"],
    [
      "Slack webhook",
      `https://hooks.slack.com/services/T0/B0/${body}`,
      "https://hooks.slack.com/services/***",
    ],
    ["npm", `npm_${body}`, "npm_***"],
    ["Google", `AIza${body}`, "AIza***"],
    ["JSON Web Token", `jwt ${header}.${body}.${body} end`, "jwt *** end"],
    ["behind an escaped line end", `x\\nhf_${body}\\nsk-${body}`, "x\\nhf_***\\nsk-***"],
    ["inside quotes", `'hf_${body}'`, "'hf_***'"],
  ];
  it.each(cases)("%s", (_, text, redacted) => expect(redact(text)).toBe(redacted));
});

describe("values by their name", () => {
  const cases: [name: string, text: string, redacted: string][] = [
    ["environment variable", "export HF_TOKEN=abcdef", "export HF_TOKEN=***"],
    ["quoted", 'password="two words"', 'password="***"'],
    ["single quotes and spaces", "api_key = 'x y'", "api_key = '***'"],
    ["JSON", '{"api_key": "v", "n": 1}', '{"api_key": "***", "n": 1}'],
    ["escaped JSON", String.raw`{\"secret\": \"v\"}`, String.raw`{\"secret\": \"***\"}`],
    ["YAML", "client_secret: v", "client_secret: ***"],
    ["flag with a space", "cli --hf-token abc run", "cli --hf-token *** run"],
    ["flag with =", "cli --api-key=abc run", "cli --api-key=*** run"],
    ["query", "GET /x?token=abc&page=2", "GET /x?token=***&page=2"],
    ["key", "key=abc123", "key=***"],
    ["bearer", `-H "Authorization: Bearer ${body}"`, '-H "Authorization: Bearer ***"'],
    ["bearer alone", `bearer ${body}`, "bearer ***"],
    ["basic", "Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic ***"],
    ["header in a dict", `{'Authorization': 'Bearer ${body}'}`, "{'Authorization': '***'}"],
    ["AWS secret", `AWS_SECRET_ACCESS_KEY=${body}`, "AWS_SECRET_ACCESS_KEY=***"],
    ["name of an own service", "MY_SERVICE_TOKEN: v", "MY_SERVICE_TOKEN: ***"],
    ["odd beginning", "password=$1x*", "password=***"],
    ["cut quote", 'password="abc', 'password="***'],
  ];
  it.each(cases)("%s", (_, text, redacted) => expect(redact(text)).toBe(redacted));
});

describe("addresses, homes and keys", () => {
  const cases: [name: string, text: string, redacted: string][] = [
    ["password in a URL", "https://me:pa@ss@host/x", "https://***@host/x"],
    ["token in a git URL", "git+https://tok@github.com/o/r", "git+https://***@github.com/o/r"],
    ["database", "postgres://u:p@db:5432/x?y@z", "postgres://***@db:5432/x?y@z"],
    ["e-mail", "mail jane.doe+x@mail.example.org.", "mail ***@***."],
    ["Linux home", 'File "/home/jane/a.py", line 1', 'File "/home/***/a.py", line 1'],
    ["macOS home", "/Users/jane/a.py", "/Users/***/a.py"],
    ["Windows home", String.raw`C:\Users\Jane\a.py`, String.raw`C:\Users\***\a.py`],
    [
      "Windows home with a space",
      String.raw`C:\Users\Jane Doe\a.py`,
      String.raw`C:\Users\***\a.py`,
    ],
    [
      "Windows home, doubled",
      String.raw`'C:\\Users\\Jane\\a.py'`,
      String.raw`'C:\\Users\\***\\a.py'`,
    ],
    [
      "Windows home, at the end",
      String.raw`in C:\Users\Jane and so on`,
      String.raw`in C:\Users\*** and so on`,
    ],
    [
      "Windows homes side by side",
      String.raw`C:\Users\Jane C:\Users\Joe`,
      String.raw`C:\Users\*** C:\Users\***`,
    ],
    ["Windows home, slashes", "c:/Users/Jane/a.py", "c:/Users/***/a.py"],
    ["Chinese name", "/home/小明/a.py", "/home/***/a.py"],
    [
      "private key",
      "x -----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY----- y",
      "x *** y",
    ],
    ["private key, cut", "x -----BEGIN OPENSSH PRIVATE KEY-----\nMII", "x ***"],
  ];
  it.each(cases)("%s", (_, text, redacted) => expect(redact(text)).toBe(redacted));
});

describe("what is no secret stays", () => {
  it.each([
    "from huggingface_hub import hf_hub_download",
    "tokenizer.pad_token = tokenizer.eos_token",
    "max_new_tokens=100, use_auth_token=True, token=None",
    "KeyError: 'token_type_ids'",
    "got an unexpected keyword argument 'api_key'",
    "def login(password: str, token=token)",
    "Basic authentication failed",
    "unknown task-sequence-classification-head",
    "token: <unk>",
    "password=$DB_PASSWORD secret=${SECRET} api_key={key} --token <token>",
    "Unexpected token: }",
    "if key == value: pass",
    "torch==2.2.0+cu121 flash-attn@2.5.8",
    "@torch.no_grad() def f(x): return x @ y",
    "-----BEGIN CERTIFICATE----- MII",
    "https://huggingface.co/docs/transformers?x=a@b",
    "module 'torch' has no attribute 'float8_e4m3fn'",
    "the homes are in /home/ and C:\\Users\\",
  ])("%s", (text) => expect(redact(text)).toBe(text));
});

it("changes nothing that is redacted already", () => {
  const word = fc.constantFrom(
    "password=",
    "token: ",
    "Bearer ",
    `hf_${body}`,
    "a@b.co",
    "/home/",
    "C:\\Users\\",
    "://",
    "@",
    '"',
    "'",
    "\\",
    " ",
    "x1",
    "\n",
    "-----BEGIN PRIVATE KEY-----",
    "-----END",
    "eyJ",
    ".",
    "--key ",
  );
  const text = fc.array(fc.oneof(word, fc.string({ maxLength: 5 }))).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (input) => {
      const once = redact(input);
      expect(redact(once)).toBe(once);
      expect(once).not.toContain(body);
    }),
  );
});
