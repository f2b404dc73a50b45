/** How a benchmark is run. */
export type BenchOptions = {
  readonly rounds: number;
  /** Of each measurement. */
  readonly seconds: number;
  readonly isJson: boolean;
};
