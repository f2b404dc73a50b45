import type { Failure, Outcome } from './run-suite.ts';

/** The end of a test run in lines; the last one is `N passed, N failed`. */
export function summarise(outcomes: readonly Outcome[], isCi: boolean): readonly string[] {
  const failures = outcomes.flatMap((one) =>
    failuresOf(one, isCi).map((failure) => ({ suite: one.suite, ...failure })),
  );
  const passed = outcomes.reduce((sum, one) => sum + one.passed, 0);
  return [
    '',
    ...outcomes.map((one) => row(one, isCi)),
    ...outcomes.flatMap(skipLines),
    ...failures.flatMap((failure, place) => [
      '',
      `${place + 1}) ${failure.suite}: ${failure.file} ${failure.name}`,
      ...failure.why
        .split('\n')
        .slice(0, 30)
        .map((line) => `   ${line}`),
    ]),
    '',
    `${passed} passed, ${failures.length} failed`,
  ];
}

/** What counts as failed: with CI set also what was skipped, for there nobody reads the reason. */
export function failuresOf(outcome: Outcome, isCi: boolean): readonly Failure[] {
  if (!isCi) return outcome.failures;
  const skips = outcome.skips.map(({ why, ...rest }) => ({
    ...rest,
    why: `skipped in CI: ${why}`,
  }));
  if (outcome.whyNotRun === undefined) return [...outcome.failures, ...skips];
  const whole = { name: 'the whole suite', file: '', why: `skipped in CI: ${outcome.whyNotRun}` };
  return [...outcome.failures, whole, ...skips];
}

function row(outcome: Outcome, isCi: boolean): string {
  const failed = failuresOf(outcome, isCi).length;
  const counts = `${String(outcome.passed).padStart(5)} passed ${String(failed).padStart(3)} failed`;
  return `${outcome.suite.padEnd(10)} ${counts} ${outcome.seconds.toFixed(1).padStart(7)} s`;
}

function skipLines(outcome: Outcome): readonly string[] {
  const whole =
    outcome.whyNotRun === undefined ? [] : [`skipped: ${outcome.suite}: ${outcome.whyNotRun}`];
  return [
    ...whole,
    ...outcome.skips.map(({ file, name, why }) => `skipped: ${file} ${name}: ${why}`),
  ];
}
