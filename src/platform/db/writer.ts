import pg from 'pg';
import { pipelineBytes } from './pipeline-bytes.ts';
import type { Connection, RowsOf } from './session.ts';
import type { Statement } from './sql.ts';
import { typeParsers } from './types.ts';

/**
 * Opens a connection of its own, for a writer. Its pipelines end with one Sync, where the driver sends one
 * after every statement: a third of a millisecond each, when a batch has ten of them.
 * @param count called once per round trip
 */
export async function openWriter(config: pg.ClientConfig, count: () => void): Promise<Connection> {
  const client = new pg.Client({ ...config, pipeline: false });
  client.on('error', () => undefined);
  await client.connect();
  // Planning over monthly partitions is a visible cost: the writers' few statements are planned once. They
  // all look rows up by key; a plan made while a table or a new month is empty must not scan it for ever.
  await client.query("set plan_cache_mode = 'force_generic_plan'; set enable_seqscan = off");
  const prepared: Prepared = new Map();
  const send = async (statements: readonly Statement[]): Promise<Row[][]> => {
    count();
    // Put together first: what cannot be sent must not leave the connection with a query that never ends.
    const bytes = pipelineBytes(statements, (name) => prepared.has(name));
    return new Promise((resolve, reject) => {
      client.query(
        submittable({ statements, bytes, prepared }, (error, results) => {
          if (error === null) resolve(results);
          else reject(error);
        }),
      );
    });
  };
  return {
    async run<R>(statement: Statement<R>) {
      const [rows] = await send([statement]);
      return rows as readonly R[];
    },
    async pipeline<const S extends readonly Statement[]>(statements: S) {
      return (await send(statements)) as RowsOf<S>;
    },
    close: () => client.end(),
  };
}

type Row = Record<string, unknown>;

/** How rows of a prepared statement are read: names and parsers of its columns. */
type Columns = readonly { readonly name: string; readonly parse: (text: string) => unknown }[];
/** What this connection has prepared, by name. */
type Prepared = Map<string, Columns>;

/** The parts of the driver's messages that are read here. */
type RowDescription = { readonly fields: readonly { name: string; dataTypeID: number }[] };
type DataRow = { readonly fields: readonly (string | null)[] };
type Done = (error: Error | null, results: Row[][]) => void;

type Sending = {
  readonly statements: readonly Statement[];
  readonly bytes: Buffer;
  readonly prepared: Prepared;
};

/** The statements in the form that the driver sends and answers as one query. */
function submittable({ statements, bytes, prepared }: Sending, callback: Done) {
  const results: Row[][] = [];
  let rows: Row[] = [];
  let columns: Columns | undefined;
  let unreadable: Error | undefined;
  const next = () => {
    const name = statements[results.length]?.name ?? '';
    if (name !== '' && !prepared.has(name)) prepared.set(name, columns ?? []);
    columns = undefined;
    results.push(rows);
    rows = [];
  };
  return {
    // The driver puts its own around this one, which ends the query's timeout.
    callback,
    submit({ stream }: pg.Connection) {
      stream.write(bytes);
    },
    handleRowDescription({ fields }: RowDescription) {
      columns = fields.map(({ name, dataTypeID }) => ({
        name,
        parse: typeParsers.getTypeParser(dataTypeID, 'text'),
      }));
    },
    handleDataRow({ fields }: DataRow) {
      columns ??= prepared.get(statements[results.length]?.name ?? '') ?? [];
      try {
        rows.push(readRow(columns, fields));
      } catch (error) {
        unreadable ??= error instanceof Error ? error : new Error(String(error));
      }
    },
    handleCommandComplete: next,
    handleEmptyQuery: next,
    handleError(error: Error) {
      // It may have been a plan that fits its tables no more: what failed is prepared anew.
      for (const { name = '' } of statements) prepared.delete(name);
      this.callback(error, []);
    },
    handleReadyForQuery() {
      this.callback(unreadable ?? null, results);
    },
    handleCopyInResponse(connection: pg.Connection) {
      connection.stream.destroy(
        new Error('COPY has no place in a pipeline: the connection is closed'),
      );
    },
  };
}

function readRow(columns: Columns, fields: readonly (string | null)[]): Row {
  const row: Row = {};
  let place = 0;
  for (const { name, parse } of columns) {
    const field = fields[place] ?? null;
    row[name] = field === null ? null : parse(field);
    place += 1;
  }
  return row;
}
