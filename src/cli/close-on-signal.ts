import closeWithGrace from 'close-with-grace';
import { describeProblem, Problem } from '#platform/problem.ts';
import { note } from './say.ts';

/** How long an orderly stop may take before the process leaves anyway. */
const GRACE_MS = 30_000;
/** Ctrl-C reaches us from the terminal and again from npm and our parent: one wish within this time. */
const ECHO_MS = 2_000;

/** An orderly end of this process. */
export type Closing = {
  /** What to close. */
  readonly whenAsked: (close: () => Promise<void>) => void;
  /** Closes and ends with this exit code. */
  readonly now: (exitCode: number) => void;
};

/** Stops in order on Ctrl-C, SIGTERM, SIGHUP and on an error that nobody caught; a second Ctrl-C leaves at once. */
export function closeOnSignal(): Closing {
  let close: (() => Promise<void>) | undefined;
  let askedAt: number | undefined;
  let exitCode = 0;
  const skip = ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit'] as const;
  const grace = closeWithGrace({ delay: GRACE_MS, skip: [...skip] }, async ({ err }) => {
    if (err !== undefined) note(err instanceof Problem ? describeProblem(err) : String(err.stack));
    await close?.();
    if (exitCode !== 0) process.exit(exitCode);
  });
  const stop = (): void => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      note('kopilka: stopping …');
      grace.close();
    } else if (performance.now() - askedAt > ECHO_MS) {
      note('kopilka: left without waiting');
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The end of the channel to tools/bootstrap: it was killed, and nobody else knows of us.
  process.once('disconnect', stop);
  process.channel?.unref();
  return {
    whenAsked: (given) => {
      close = given;
    },
    now: (code) => {
      exitCode = code;
      stop();
    },
  };
}
