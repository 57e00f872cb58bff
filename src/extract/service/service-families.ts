import { ansible } from "./ansible.ts";
import { buildStep } from "./build-step.ts";
import type { Family } from "../family.ts";
import { kubernetes } from "./kubernetes.ts";
import { latex } from "./latex.ts";
import { loader } from "../native/loader.ts";
import { localizedLine } from "./localized-line.ts";
import { rejectedPush } from "./rejected-push.ts";
import { service } from "./service.ts";
import { shell } from "./shell.ts";
import { sql } from "./sql.ts";
import { terraform } from "./terraform.ts";
import { toolLine } from "./tool-line.ts";
import { workflowLine } from "./workflow-line.ts";
import { xmlError } from "./xml-error.ts";

/** Services, and the tools that run them, with formats of their own. */
export const serviceFamilies: readonly Family[] = [
  terraform,
  latex,
  workflowLine,
  buildStep,
  ansible,
  sql,
  loader,
  shell,
  rejectedPush,
  toolLine,
  localizedLine,
  kubernetes,
  xmlError,
  service,
];
