import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './problem.ts';

/** Whether a process with this id exists (another user's process counts). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * A mark that tells a process from a later one with the same id: its start time in kernel ticks.
 * Undefined where /proc is absent; the id alone decides there.
 */
export function birthmark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold spaces: count from the last bracket.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** The command line of a process as words; empty when it is gone, a zombie or not to be seen. */
export function commandLine(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return process.platform === 'linux' ? [] : commandLineFromPs(pid);
  }
}

function commandLineFromPs(pid: number): readonly string[] {
  try {
    const line = execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
    return line.trim().split(' ');
  } catch {
    return [];
  }
}
