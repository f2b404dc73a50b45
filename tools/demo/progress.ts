/** Tells a person how far a long job is. */
export type Progress = {
  /** Says where the job is; cheap to call often. */
  readonly at: (done: number, words: string) => void;
  readonly end: () => void;
};

export type Output = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

const BAR_WIDTH = 30;
const REDRAW_MS = 100;
const PLAIN_STEPS = 10;

/** A bar that redraws itself on a terminal, and one plain line per tenth elsewhere. */
export function openProgress(total: number, output: Output, now: () => number): Progress {
  return output.isTTY === true ? barOf(total, output, now) : linesOf(total, output);
}

function barOf(total: number, output: Output, now: () => number): Progress {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let last = '';
  const draw = (done: number, words: string): void => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    last = `${bar} ${String(Math.floor(share * 100)).padStart(3)}% ${words}`;
    output.write(`\r\x1b[2K${last.slice(0, Math.max(10, (output.columns ?? 80) - 1))}`);
    drawnAt = now();
  };
  return {
    at: (done, words) => {
      if (done >= total || now() - drawnAt >= REDRAW_MS) draw(done, words);
    },
    end: () => {
      if (last !== '') output.write('\n');
    },
  };
}

function linesOf(total: number, output: Output): Progress {
  let said = 0;
  return {
    at: (done, words) => {
      const step = Math.floor((done * PLAIN_STEPS) / Math.max(1, total));
      if (step <= said) return;
      said = step;
      output.write(`${String(step * (100 / PLAIN_STEPS)).padStart(3)}% ${words}\n`);
    },
    end: () => {},
  };
}
