import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "@jest/globals";

const created: string[] = [];

afterAll(() => {
  for (const dir of created.splice(0)) {
    rmSync(dir, { recursive: true });
  }
});

/** A temporary folder with these files (objects as JSON), removed when the tests of the file end. */
export function knowledgeFolder(files: Record<string, string | Buffer | object>): string {
  const dir = mkdtempSync(path.join(tmpdir(), "signpost-knowledge-"));
  created.push(dir);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    const raw = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(file, raw ? content : JSON.stringify(content, null, 2));
  }
  return dir;
}

/** A record in the flat form of public collections, with the fields and the gaps they have. */
export function foreignRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "kiln/firing-plan-conflict",
    signature:
      "ValueError: Cannot fire with plan='auto' when the kiln is explicitly set to 3. Please remove one of them.",
    signature_zh: "值错误：当窑炉明确设置为 3 时，不能使用 plan='auto'。",
    regex: "Cannot fire with plan='auto' when the kiln is explicitly set to \\d+",
    domain: "kiln",
    category: "config_error",
    subcategory: null,
    root_cause: "A firing plan and a fixed kiln contradict each other.",
    root_cause_type: "generic",
    root_cause_zh: "烧制计划与固定的窑炉互相矛盾。",
    versions: [
      {
        version: "kilnlib>=4.30.0",
        introduced: null,
        deprecated: null,
        removed: null,
        behavior_change: null,
        status: "active",
      },
      { version: "glaze 0.28.0", introduced: null, status: "active" },
    ],
    os_specific: {},
    dead_ends: [
      {
        action: "",
        why_fails: "The plan is read before the kiln, so both are always compared.",
        fail_rate: 0.9,
        condition: "",
        sources: [],
      },
    ],
    workarounds: [
      {
        action: "Remove the kiln argument: fire(plan='auto').",
        success_rate: 0.95,
        how: "Remove the kiln argument: fire(plan='auto').",
        condition: "",
        sources: [],
      },
    ],
    workarounds_zh: ["Remove the kiln argument: fire(plan='auto')."],
    transition_graph: { leads_to: [], preceded_by: [], frequently_confused_with: [] },
    official_doc_url: "https://huggingface.co/docs/kiln/plans",
    official_doc_section: null,
    error_code: null,
    verification_tier: "ai_generated",
    confidence: 0.85,
    fix_success_rate: 0.9,
    resolvable: "true",
    first_seen: "2024-02-20",
    last_confirmed: "2024-06-01",
    last_updated: "2024-06-01",
    evidence_count: 1,
    tags: [],
    locale: "en",
    aliases: [],
    ...changes,
  };
}
