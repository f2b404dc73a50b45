/** One who waits for an answer. */
type Waiting<I, R> = {
  readonly item: I;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Turns single look-ups into batches without a timer: while one batch is under way, what comes in gathers
 * for the next.
 * @param work gives one result per item, in order
 */
export function gather<I, R>(
  work: (items: readonly I[]) => Promise<readonly R[]>,
  max: number,
): (item: I) => Promise<R> {
  const queue: Waiting<I, R>[] = [];
  let isRunning = false;
  const drain = async () => {
    isRunning = true;
    while (queue.length > 0) await settle(queue.splice(0, max), work);
    isRunning = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!isRunning) void drain();
    });
}

async function settle<I, R>(
  batch: readonly Waiting<I, R>[],
  work: (items: readonly I[]) => Promise<readonly R[]>,
): Promise<void> {
  try {
    const results = await work(batch.map((one) => one.item));
    for (const [place, one] of batch.entries()) one.resolve(results[place] as R);
  } catch (error) {
    for (const one of batch) one.reject(error);
  }
}
