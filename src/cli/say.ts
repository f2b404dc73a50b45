/** One line on standard output, for people (and for pipes, where a command says so). */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** One line on standard error: progress and problems, never part of a command's result. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
