import { type Connection, isConnectionError, sqlState } from '#platform/db/index.ts';
import { Fault } from '#platform/fault.ts';

/** What became of one item; a refused item never fails its neighbours. */
export type Settled<R> =
  | { readonly isOk: true; readonly value: R }
  | { readonly isOk: false; readonly error: Error };

/** How a kind of work is done: a batch of items of one lane on that lane's own connection. */
export type LaneWork<I, R> = (connection: Connection, items: readonly I[]) => Promise<Settled<R>[]>;

/** How the writers work. */
export type LaneSettings = {
  readonly lanes: number;
  /** Items of a batch, at most. */
  readonly batchMax: number;
  /** Items that may wait in a lane; one more is turned away with 503. */
  readonly queueMax: number;
  /** How long an item may be retried over lost connections. */
  readonly patienceMs: number;
  readonly connect: (lane: number) => Promise<Connection>;
  readonly now: () => number;
};

/** An item in the queue of a lane, with the work that knows its type and the one who waits for it. */
export type Waiting = {
  readonly work: LaneWork<never, unknown>;
  readonly item: never;
  readonly deadline: number;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
};

export type Lane = {
  push(waiting: Waiting): void;
  /** Finishes what is queued, then closes the connection. */
  close(): Promise<void>;
};

/** One writer: takes whatever has gathered the moment its connection is free; no timer. */
export function openLane(settings: LaneSettings, number: number): Lane {
  const queue: Waiting[] = [];
  const line = connectionOf(settings, number);
  let running: Promise<void> | undefined;
  let isClosing = false;
  let inHand: readonly Waiting[] = [];
  // While the connection hangs, nobody is kept past the deadline: the outcome is unknown, and said so.
  const watch = setInterval(() => {
    for (const one of [...inHand, ...queue]) isOverdue(one, settings);
  }, WATCH_MS);
  const attempt = (batch: readonly Waiting[]) => attemptBatch(batch, line, settings);
  const drain = async () => {
    while (queue.length > 0) {
      inHand = takeBatch(queue, settings.batchMax);
      await attempt(inHand);
      // A turn of the loop: what the answered ones, or the sockets, have next joins the coming batch.
      await new Promise((resolve) => setImmediate(resolve));
    }
    inHand = [];
    running = undefined;
  };
  return {
    push(waiting) {
      if (isClosing || queue.length >= settings.queueMax) {
        waiting.reject(new Fault('overloaded', 'the writers are busy'));
        return;
      }
      queue.push(waiting);
      // The microtask lets everything that arrived in this turn of the loop into the first batch.
      running ??= Promise.resolve().then(drain);
    },
    async close() {
      isClosing = true;
      await running;
      clearInterval(watch);
      line.drop();
    },
  };
}

/** The lane's own connection, made when it is needed and made anew when it was lost. */
type Line = { get(): Promise<Connection>; rollback(): Promise<void>; drop(): void };

function connectionOf(settings: LaneSettings, number: number): Line {
  let connection: Connection | undefined;
  const drop = () => {
    const lost = connection;
    connection = undefined;
    // Not awaited: a dead server never says goodbye.
    void lost?.close().catch(() => undefined);
  };
  return {
    async get() {
      connection ??= await settings.connect(number);
      return connection;
    },
    async rollback() {
      await connection?.run({ text: 'rollback', values: [] }).catch(drop);
    },
    drop,
  };
}

async function attemptBatch(
  batch: readonly Waiting[],
  line: Line,
  settings: LaneSettings,
): Promise<void> {
  const alive = batch.filter((one) => !isOverdue(one, settings));
  const [first] = alive;
  if (first === undefined) return;
  try {
    const connection = await line.get();
    const settled = await first.work(
      connection,
      alive.map((one) => one.item),
    );
    for (const [place, one] of alive.entries()) settle(one, settled[place]);
  } catch (error) {
    const again = (some: readonly Waiting[]) => attemptBatch(some, line, settings);
    await recover(alive, error, { line, again });
  }
}

function isOverdue(one: Waiting, settings: LaneSettings): boolean {
  if (settings.now() <= one.deadline) return false;
  one.reject(new Fault('outcome-unknown', 'the database did not answer in time'));
  return true;
}

const WATCH_MS = 500;
const RECONNECT_MS = 50;
const RETRY_MS = 5;
/** Serialization failure, deadlock, lock timeout, a unique key that another server took first. */
const RETRYABLE = new Set(['40001', '40P01', '55P03', '23505']);

/**
 * Every item is idempotent by its operation id, so a batch whose outcome is unknown is simply run again:
 * what had been committed comes back as the stored answer. A batch that fails for another reason is run in
 * halves until the culprit stands alone.
 */
async function recover(
  batch: readonly Waiting[],
  error: unknown,
  how: { readonly line: Line; readonly again: (some: readonly Waiting[]) => Promise<void> },
): Promise<void> {
  if (isConnectionError(error)) {
    how.line.drop();
    await pause(RECONNECT_MS);
    return how.again(batch);
  }
  await how.line.rollback();
  if (batch.length > 1) {
    const middle = Math.ceil(batch.length / 2);
    await how.again(batch.slice(0, middle));
    return how.again(batch.slice(middle));
  }
  if (RETRYABLE.has(sqlState(error))) {
    await pause(RETRY_MS);
    return how.again(batch);
  }
  batch[0]?.reject(error instanceof Error ? error : new Error(String(error)));
}

/** All items with the work of the first, at most `max`, in order: they share one batch. */
function takeBatch(queue: Waiting[], max: number): Waiting[] {
  const work = queue[0]?.work;
  const batch: Waiting[] = [];
  const others: Waiting[] = [];
  for (const one of queue) (one.work === work && batch.length < max ? batch : others).push(one);
  queue.splice(0, queue.length, ...others);
  return batch;
}

function settle(one: Waiting, settled: Settled<unknown> | undefined): void {
  if (settled === undefined) one.reject(new Error('a batch gave no outcome for an item'));
  else if (settled.isOk) one.resolve(settled.value as never);
  else one.reject(settled.error);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
