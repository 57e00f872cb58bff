/** Name, color (six hex digits, no `#`) and description of a GitHub label. */
export interface CategoryLabel {
  name: string;
  color: string;
  description: string;
}

/** The closed list of categories and the label of each. */
export const categories = {
  config_error: {
    name: "error: config",
    color: "fbca04",
    description: "Options or arguments that contradict each other or are invalid",
  },
  device_error: {
    name: "error: device",
    color: "d93f0b",
    description: "Tensors or modules on the wrong device",
  },
  memory_error: {
    name: "error: memory",
    color: "b60205",
    description: "Out of memory on the GPU or the host",
  },
  distributed_error: {
    name: "error: distributed",
    color: "5319e7",
    description: "Several processes or machines: launchers, NCCL, DDP, FSDP",
  },
  dtype_error: {
    name: "error: dtype",
    color: "c5def5",
    description: "Number formats that do not fit each other",
  },
  shape_error: {
    name: "error: shape",
    color: "bfd4f2",
    description: "Sizes or shapes that do not fit each other",
  },
  dependency_error: {
    name: "error: dependency",
    color: "0e8a16",
    description: "A package is missing, too old, too new or in conflict",
  },
  build_error: {
    name: "error: build",
    color: "006b75",
    description: "Compiling, linking or packaging fails",
  },
  driver_error: {
    name: "error: driver",
    color: "e99695",
    description: "GPU driver, CUDA toolkit or hardware support",
  },
  api_change: {
    name: "error: api change",
    color: "1d76db",
    description: "An interface was renamed, moved or removed",
  },
  model_loading_error: {
    name: "error: model loading",
    color: "fef2c0",
    description: "Weights, configuration or tokenizer cannot be loaded",
  },
  data_error: {
    name: "error: data",
    color: "d4c5f9",
    description: "The data set or the input is not as expected",
  },
  network_error: {
    name: "error: network",
    color: "0052cc",
    description: "Downloads, connections, certificates, rate limits",
  },
  permission_error: {
    name: "error: permission",
    color: "f9d0c4",
    description: "Credentials or access rights are missing",
  },
  runtime_error: {
    name: "error: runtime",
    color: "ededed",
    description: "A failure at run time of another kind",
  },
} as const satisfies Record<string, CategoryLabel>;

/** A category of the closed list. */
export type Category = keyof typeof categories;

/** The category as listed; a foreign one maps to `runtime_error`, the general one. */
export function knownCategory(category: string): Category {
  return isCategory(category) ? category : "runtime_error";
}

/** Whether a category is on the closed list. */
export function isCategory(category: string): category is Category {
  return Object.hasOwn(categories, category);
}
