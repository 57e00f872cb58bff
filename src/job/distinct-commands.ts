import type { Command } from "../command/command.ts";

/**
 * The commands of one comment, each verb once and where it first stands. Labels of several `apply`
 * come together; one `apply` without labels asks for all.
 */
export function distinctCommands(commands: readonly Command[]): Command[] {
  const distinct = new Map<Command["verb"], Command>();
  for (const command of commands) {
    const earlier = distinct.get(command.verb);
    distinct.set(command.verb, earlier === undefined ? command : merged(earlier, command));
  }
  return [...distinct.values()];
}

function merged(earlier: Command, later: Command): Command {
  if (earlier.verb !== "apply" || later.verb !== "apply") return earlier;
  const all = earlier.labels.length === 0 || later.labels.length === 0;
  return { verb: "apply", labels: all ? [] : [...earlier.labels, ...later.labels] };
}
