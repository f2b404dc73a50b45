/** Fails with one problem a line, so that a whole clean-up can be done from one run. */
export function nothingWrong(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const error = new Error(
    `${problems.length} found\n${problems.map((line) => `  ${line}`).join('\n')}`,
  );
  // The stack would only say that tidy found it.
  error.stack = error.message;
  throw error;
}
