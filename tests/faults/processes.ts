import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ids of a process's children, from /proc or, where there is none, from ps. */
export function childrenOf(pid: number): readonly number[] {
  const pairs = existsSync('/proc/self/stat') ? pairsFromProc() : pairsFromPs();
  return pairs.filter((pair) => pair.parent === pid).map((pair) => pair.pid);
}

/** SIGKILL; a process that is gone already is what we wanted. */
export function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

type Pair = { readonly pid: number; readonly parent: number };

function pairsFromProc(): readonly Pair[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command in brackets may hold spaces: the parent is the second word behind the last bracket.
      return [{ pid, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
    } catch {
      return [];
    }
  });
}

function pairsFromPs(): readonly Pair[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim();
  return lines.split('\n').map((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return { pid: pid ?? 0, parent: parent ?? 0 };
  });
}
