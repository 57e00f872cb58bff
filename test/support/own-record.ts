/** A known error as ours are written: the linter has nothing to say about it. */
export function ownRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    $schema: "../schema.json",
    id: "kiln/plan-and-kiln",
    title: "A firing plan and a fixed kiln exclude each other",
    title_zh: "烧制计划与固定窑炉不能同时使用",
    signature:
      "FiringError: Cannot use the plan 'auto' while the kiln 3 is reserved for glazing. Release the kiln first.",
    regex: "Cannot use the plan '[^']*' while the kiln (?<kiln>\\d+) is reserved for glazing",
    aliases: ["FiringError: kiln 3 is reserved for glazing and takes no firing plan of its own"],
    exception: ["kilnlib.FiringError"],
    packages: ["kilnlib"],
    domain: "kiln",
    category: "config_error",
    root_cause:
      "A plan chooses kilns by itself, but kiln {kiln|of your call} has been promised to another job.",
    root_cause_zh: "计划会自行选择窑炉，而窑炉 {kiln|（见报错）} 已经留给了别的任务。",
    versions: [{ version: "kilnlib>=4.30,<5", introduced: "4.30.0", fixed: "5.0.0" }],
    dead_ends: [
      {
        action: "Choosing the plan `sequential` instead.",
        action_zh: "改用 `sequential` 计划。",
        why_fails: "Every plan asks for all kilns, so the reserved one is asked for again.",
        why_fails_zh: "任何计划都会请求全部窑炉，仍然会碰到被占用的那一个。",
      },
    ],
    workarounds: [
      {
        action: "Leave the kiln out and let the plan choose.",
        action_zh: "不要指定窑炉，让计划自行选择。",
        how: '```python\nfire(pots, plan="auto")\n```',
        condition: "The pots may go into any kiln.",
        condition_zh: "陶器可以放进任意窑炉。",
      },
    ],
    official_doc_url: "https://kilnlib.readthedocs.io/en/latest/plans.html",
    verification_tier: "source_checked",
    last_confirmed: "2025-01-31",
    sources: [
      "potters/kilnlib:src/kilnlib/plans.py",
      "https://github.com/potters/kilnlib/issues/12",
    ],
    examples: {
      matches: [
        'Firing stops\n\nI get this every morning:\n\n```\nTraceback (most recent call last):\n  File "bake.py", line 3, in <module>\n    fire(pots, plan="auto")\nkilnlib.FiringError: Cannot use the plan \'auto\' while the kiln 7 is reserved for glazing. Release the kiln first.\n```',
        "升级之后报错\n\n```\nFiringError: kiln 3 is reserved for glazing and takes no firing plan of its own\n```\n\n请问怎么解决？",
      ],
      near_misses: [
        'Other error\n\n```\nTraceback (most recent call last):\n  File "bake.py", line 3, in <module>\n    fire(pots)\nkilnlib.FiringError: The thermometer of kiln 3 does not answer\n```',
        "Feature request: show in the dashboard which kiln is reserved for glazing, please.",
      ],
    },
    ...changes,
  };
}
