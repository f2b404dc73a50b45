/**
 * What a selector has picked: places 0 … count − 1, slices ascending. Of each slice the first units are
 * targets, the next ones companions. A scratch record, filled anew by each `pick`.
 */
export type Selection = {
  count: number;
  /** Places in the basket's slices. */
  slice: Int32Array;
  /** Units that effects work on; 0 … units of the slice. */
  targets: Int32Array;
  /** Units needed but not affected. */
  companions: Int32Array;
  /** Every place is a whole slice of targets, so that no sum has to be split. */
  isWhole: boolean;
  /** Units of all slices that are targets. */
  targetUnits: number;
  /** Sets, or groups of `n-plus-m`; 1 for all other selectors. */
  sets: number;
  /** `above-threshold`: effects see only what exceeds this many kopecks; 0 for all others. */
  thresholdKopecks: number;
};

/** An empty selection with room for so many slices. */
export function newSelection(capacity: number): Selection {
  return {
    count: 0,
    slice: new Int32Array(capacity),
    targets: new Int32Array(capacity),
    companions: new Int32Array(capacity),
    isWhole: true,
    targetUnits: 0,
    sets: 1,
    thresholdKopecks: 0,
  };
}

/** Makes it empty, with room for so many slices. */
export function clearSelection(selection: Selection, capacity: number): void {
  if (selection.slice.length < capacity) {
    selection.slice = new Int32Array(capacity * 2);
    selection.targets = new Int32Array(capacity * 2);
    selection.companions = new Int32Array(capacity * 2);
  }
  selection.count = 0;
  selection.isWhole = true;
  selection.targetUnits = 0;
  selection.sets = 1;
  selection.thresholdKopecks = 0;
}

/** Adds a slice, behind those that are there: so many of its units are targets, so many companions. */
export function addSlice(
  selection: Selection,
  slice: number,
  units: { readonly targets: number; readonly companions: number },
): void {
  const { count } = selection;
  selection.slice[count] = slice;
  selection.targets[count] = units.targets;
  selection.companions[count] = units.companions;
  selection.isWhole = false;
  selection.targetUnits += units.targets;
  selection.count = count + 1;
}

/** Adds a slice all of whose units are targets. */
export function addWhole(selection: Selection, slice: number, units: number): void {
  const { count } = selection;
  selection.slice[count] = slice;
  selection.targets[count] = units;
  selection.companions[count] = 0;
  selection.targetUnits += units;
  selection.count = count + 1;
}

/** Adds every slice with all its units to an empty selection. */
export function addAll(
  selection: Selection,
  { count, units }: { readonly count: number; readonly units: Int32Array },
): void {
  const { slice, targets, companions } = selection;
  let total = 0;
  for (let s = 0; s < count; s += 1) {
    const own = units[s] ?? 0;
    slice[s] = s;
    targets[s] = own;
    companions[s] = 0;
    total += own;
  }
  selection.count = count;
  selection.targetUnits = total;
}
