/** Code and program output without an error, as people paste it. */
export const ordinaryCode: readonly string[] = [
  `How I load the model:

\`\`\`python
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained(name)
model = AutoModelForCausalLM.from_pretrained(name, device_map="auto", torch_dtype=torch.bfloat16)
inputs = tokenizer("Hello", return_tensors="pt").to(model.device)
print(tokenizer.decode(model.generate(**inputs, max_new_tokens=20)[0]))
\`\`\`

Is this the recommended way?`,
  `Suggestion for the validation code:

\`\`\`python
def check_device(device):
    if device is None:
        raise ValueError("device must not be None")
    try:
        return torch.device(device)
    except RuntimeError as error:
        raise ValueError(f"unknown device: {device}") from error
\`\`\``,
  `Training runs well, here is the log for reference:

\`\`\`
{'loss': 1.8423, 'grad_norm': 0.91, 'learning_rate': 4.9e-05, 'epoch': 0.12}
{'loss': 1.7310, 'grad_norm': 0.88, 'learning_rate': 4.8e-05, 'epoch': 0.24}
Saving model checkpoint to ./output/checkpoint-500
\`\`\``,
  `My configuration:

\`\`\`yaml
compute_environment: LOCAL_MACHINE
distributed_type: MULTI_GPU
mixed_precision: bf16
num_machines: 1
num_processes: 4
main_process_port: 29500
\`\`\``,
  `Output of the installation, all good:

\`\`\`
Collecting accelerate
  Using cached accelerate-0.34.2-py3-none-any.whl (324 kB)
Requirement already satisfied: numpy in ./venv/lib/python3.11/site-packages
Successfully installed accelerate-0.34.2
\`\`\``,
  `The handler could be shorter:

\`\`\`ts
export async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    logger.warn({ path, error }, "cannot read the file");
    return null;
  }
}
\`\`\``,
  `The Dockerfile we use:

\`\`\`dockerfile
FROM python:3.11-slim
RUN pip install --no-cache-dir torch transformers accelerate
COPY . /app
CMD ["python", "/app/server.py"]
\`\`\``,
  `\`nvidia-smi\` while it runs:

\`\`\`
| NVIDIA-SMI 550.54.15     Driver Version: 550.54.15     CUDA Version: 12.4     |
|   0  NVIDIA A100-SXM4-80GB     On  | 00000000:07:00.0 Off |                  0 |
| N/A   34C    P0    62W / 400W |  21543MiB / 81920MiB |     12%      Default |
\`\`\``,
];
