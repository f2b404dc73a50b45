import type { Statement } from './sql.ts';

/** Rows of a list of statements, in order. */
export type RowsOf<S extends readonly Statement[]> = {
  [K in keyof S]: S[K] extends Statement<infer Row> ? readonly Row[] : never;
};

/** Something that statements run on: the pool, a transaction, a connection kept for a writer. */
export type Session = {
  /** One statement, one round trip. */
  run<Row>(statement: Statement<Row>): Promise<readonly Row[]>;
  /** Many statements, one round trip: sent together, answered together. The first error is thrown. */
  pipeline<const S extends readonly Statement[]>(statements: S): Promise<RowsOf<S>>;
};

/**
 * A connection of its own, for one writer at a time; it prepares statements that have a name. Of a
 * pipeline, what follows a failed statement is not run, a `commit` included.
 */
export type Connection = Session & { close(): Promise<void> };
