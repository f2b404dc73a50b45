import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long something is done, in CPU time, and on how many places over and over. */
export type Slice = { readonly seconds: number; readonly places: number };

/** Before each measurement, for the code to be compiled again where it was thrown out meanwhile. */
const WARM_UP_SECONDS = 0.5;
/**
 * Does `step` with 0, 1, 2 … for so many seconds.
 * @returns how often in a second of this process's CPU time, which other programs do not take
 */
export function paceOf(step: (place: number) => unknown, { seconds, places }: Slice): number {
  clearHeap();
  stepFor(step, { seconds: WARM_UP_SECONDS, places });
  return stepFor(step, { seconds, places });
}

/** The same, one after another, of something that answers later. */
export async function paceOfAsync(
  step: (place: number) => unknown,
  { seconds, places }: Slice,
): Promise<number> {
  clearHeap();
  await awaitFor(step, { seconds: WARM_UP_SECONDS, places });
  return awaitFor(step, { seconds, places });
}

function stepFor(step: (place: number) => unknown, { seconds, places }: Slice): number {
  const clock = startClock(seconds);
  let count = 0;
  do {
    step(count % places);
    count += 1;
  } while (clock.isRunning());
  return count / clock.spent();
}

async function awaitFor(
  step: (place: number) => unknown,
  { seconds, places }: Slice,
): Promise<number> {
  const clock = startClock(seconds);
  let count = 0;
  do {
    await step(count % places);
    count += 1;
  } while (clock.isRunning());
  return count / clock.spent();
}

/** Between two looks at the CPU time, which take longer than a look at the wall. */
const LOOK_MS = 20;

function startClock(seconds: number) {
  const before = process.cpuUsage();
  let nextLook = performance.now() + LOOK_MS;
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  };
  const isRunning = () => {
    const now = performance.now();
    if (now < nextLook) return true;
    nextLook = now + LOOK_MS;
    return spent() < seconds;
  };
  return { spent, isRunning };
}

// A till's engine is always warm: what the other sides do meanwhile must not cost it its compiled code.
setFlagsFromString('--no-flush-bytecode');
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Nobody pays for what the side before has left behind. */
function clearHeap(): void {
  if (typeof collect === 'function') collect();
}
