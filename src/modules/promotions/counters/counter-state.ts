/** A counter in one period, with what is needed to take any change back as if it had never been made. */
export type CounterState = {
  readonly value: number;
  /** How many changes stand. */
  readonly changes: number;
  /** What increases added less what reductions took; a set value counts as a change only. */
  readonly sum: number;
  /** Number of the last change, those taken back too. */
  readonly lastNo: number;
  /** Changes that set a value: number, the value before, the value set. */
  readonly sets: readonly SetMark[];
};
type SetMark = readonly [no: number, from: number, to: number];

export type CounterOp = 'increase' | 'reduce' | 'set';

/** A change that stands in a receipt. */
export type MadeChange = {
  readonly op: CounterOp;
  readonly amount: number;
  readonly no: number;
};

/** A counter that nothing has happened to. */
export const NO_COUNTS: CounterState = { value: 0, changes: 0, sum: 0, lastNo: 0, sets: [] };

/** Older sets are forgotten: what came before them is hidden by those that stand. */
const SETS_MAX = 100;

/** Makes a change. Its number is the new `lastNo`. */
export function changed(state: CounterState, op: CounterOp, amount: number): CounterState {
  const lastNo = state.lastNo + 1;
  const changes = state.changes + 1;
  if (op === 'set') {
    const sets = [...state.sets, [lastNo, state.value, amount] as const].slice(-SETS_MAX);
    return { ...state, value: amount, changes, lastNo, sets };
  }
  const delta = op === 'increase' ? amount : -amount;
  return { ...state, value: state.value + delta, sum: state.sum + delta, changes, lastNo };
}

/**
 * Takes a change back: the counter is what it would be had the change never been made, whatever came
 * after it. A value that was set later hides it, until that is taken back too.
 * @param back how much of the amount; the change no longer counts when `isWhole`
 */
export function takenBack(
  state: CounterState,
  change: MadeChange,
  { back, isWhole }: { readonly back: number; readonly isWhole: boolean },
): CounterState {
  const changes = state.changes - (isWhole ? 1 : 0);
  if (change.op === 'set') {
    const mark = state.sets.find(([no]) => no === change.no);
    if (!isWhole || mark === undefined) return { ...state, changes };
    const sets = state.sets.filter((one) => one !== mark);
    return lowered({ ...state, changes, sets }, change.no, mark[2] - mark[1]);
  }
  const delta = change.op === 'increase' ? back : -back;
  return lowered({ ...state, changes, sum: state.sum - delta }, change.no, delta);
}

/** What followed a change began lower: the value, or what the next set value has replaced. */
function lowered(state: CounterState, no: number, delta: number): CounterState {
  const next = state.sets.findIndex(([setNo]) => setNo > no);
  if (next < 0) return { ...state, value: state.value - delta };
  const sets = state.sets.map((mark, place) =>
    place === next ? ([mark[0], mark[1] - delta, mark[2]] as const) : mark,
  );
  return { ...state, sets };
}

/** A counter's `sets` as they are stored. */
export function setsOf(text: string): CounterState['sets'] {
  return JSON.parse(text) as CounterState['sets'];
}
