import { defineConfig } from "oxlint";

/**
 * The folders of `src` in the order the data flows. A folder may import itself and folders that
 * stand before it, never one behind it. Files directly in `src` are checked by name where needed.
 */
const folders = [
  "extract",
  "knowledge",
  "match",
  "render",
  "publish",
  "command",
  "attachment",
  "lint",
  "import",
  "draft",
  "stats",
  "store",
  "job",
  "queue",
  "webhook",
  "web",
  "cli",
];

/** Folders of the functional core: values in, values out, no I/O library may be imported. */
const core = new Set(["extract", "match", "render"]);

const effects = ["probot", "pg", "pg-boss", "kysely", "@electric-sql/pglite", "@octokit/rest"];

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "promise", "node", "jest"],
  categories: { correctness: "error", suspicious: "error", perf: "warn" },
  rules: {
    "no-await-in-loop": "off",
    "no-control-regex": "off",
    "import/no-unassigned-import": "off",
    "import/no-named-as-default-member": "off",
    "unicorn/no-array-sort": "off",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/explicit-module-boundary-types": "error",
    "typescript/no-non-null-assertion": "error",
    "import/no-default-export": "error",
    "import/no-cycle": "error",
    "max-params": ["error", { max: 4 }],
    "max-depth": ["error", { max: 4 }],
  },
  overrides: [
    ...folders.map((folder, position) => ({
      files: [`src/${folder}/**/*.ts`],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              {
                group: folders
                  .slice(position + 1)
                  .flatMap((later) => [`../${later}/*`, `../../${later}/*`]),
                message: `${folder}/ stands before these folders in the data's way (ARCHITECTURE.md).`,
              },
              ...(core.has(folder)
                ? [
                    {
                      group: [...effects, "node:fs*", "node:net", "node:http*", "node:process"],
                      message: `${folder}/ is pure: values in, values out (ARCHITECTURE.md).`,
                    },
                  ]
                : []),
            ],
          },
        ],
      },
    })),
    { files: ["test/**/*.ts"], rules: { "typescript/no-unsafe-type-assertion": "off" } },
    { files: ["*.config.ts", "*.config.js"], rules: { "import/no-default-export": "off" } },
  ],
  ignorePatterns: ["dist/**", "node_modules/**"],
});
