/**
 * A plan: which units serve which demand. It is the best there is for the numbers of sets that it
 * makes, since units are added along paths of greatest gain, on which others change places.
 */
export type Flow = {
  /** Units by demand, then by place of the slice. */
  readonly units: Int32Array;
  readonly usedBySlice: Int32Array;
  readonly usedByGroup: Int32Array;
  /** Sets by variable, and the number of sets that bounds the variable's capped groups. */
  readonly sets: Int32Array;
  readonly caps: Int32Array;
  /** Gains less prices. */
  value: number;
};
