import pg from 'pg';
import { type Parameter, parametersOf } from './parameters.ts';
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
    const bound = statements.map(bind);
    return new Promise((resolve, reject) => {
      client.query(
        submittable(bound, prepared, (error, results) => {
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

type Bound = { readonly name: string; readonly text: string; readonly values: Parameter[] };

function bind(statement: Statement): Bound {
  const { name = '', text } = statement;
  return { name, text, values: parametersOf(statement) };
}

/** The parts of the driver's messages that are read here. */
type RowDescription = { readonly fields: readonly { name: string; dataTypeID: number }[] };
type DataRow = { readonly fields: readonly (string | null)[] };
type Done = (error: Error | null, results: Row[][]) => void;

/** The statements in the form that the driver sends and answers as one query. */
function submittable(bound: readonly Bound[], prepared: Prepared, callback: Done) {
  const results: Row[][] = [];
  let rows: Row[] = [];
  let columns: Columns | undefined;
  let unreadable: Error | undefined;
  const next = () => {
    const name = bound[results.length]?.name ?? '';
    if (name !== '' && !prepared.has(name)) prepared.set(name, columns ?? []);
    columns = undefined;
    results.push(rows);
    rows = [];
  };
  return {
    // The driver puts its own around this one, which ends the query's timeout.
    callback,
    submit: (connection: pg.Connection) => submit(connection, bound, prepared),
    handleRowDescription({ fields }: RowDescription) {
      columns = fields.map(({ name, dataTypeID }) => ({
        name,
        parse: typeParsers.getTypeParser(dataTypeID, 'text'),
      }));
    },
    handleDataRow({ fields }: DataRow) {
      columns ??= prepared.get(bound[results.length]?.name ?? '') ?? [];
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
      for (const { name } of bound) prepared.delete(name);
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

/** Everything in one write, with one Sync at the end; a statement with a name is prepared once. */
function submit(connection: pg.Connection, bound: readonly Bound[], prepared: Prepared): void {
  const named = new Set<string>();
  connection.stream.cork();
  for (const { name, text, values } of bound) {
    if (name === '' || !(prepared.has(name) || named.has(name))) {
      // After a failure nobody knows whether the name is taken; to close what is not there is no error.
      if (name !== '') connection.close({ type: 'S', name }, true);
      connection.parse({ name, text, types: [] }, true);
      connection.describe({ type: 'S', name }, true);
      named.add(name);
    }
    connection.bind({ statement: name, values }, true);
    connection.execute({}, true);
  }
  connection.sync();
  connection.stream.uncork();
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
