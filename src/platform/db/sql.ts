/** One SQL statement with its bound values; `Row` is the shape that comes back. */
export type Statement<Row = unknown> = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Set when the text never varies: long-lived connections prepare it once. */
  readonly name?: string;
  readonly row?: Row;
};

const names = new WeakMap<TemplateStringsArray, { readonly text: string; readonly name: string }>();
let made = 0;

/**
 * Builds a statement; every `${value}` becomes a bound parameter, never text.
 * @example sql<{ code: string }>`select code from partners.store where zone = ${zone}`
 */
export function sql<Row = unknown>(
  parts: TemplateStringsArray,
  ...values: readonly unknown[]
): Statement<Row> {
  let known = names.get(parts);
  if (known === undefined) {
    made += 1;
    known = {
      text: parts.reduce((text, part, place) => `${text}$${place}${part}`),
      name: `k${made}`,
    };
    names.set(parts, known);
  }
  return { text: known.text, values, name: known.name };
}

/** A statement from text of our own (DDL, generated names): the caller vouches for `text`. */
export function rawSql<Row = unknown>(
  text: string,
  values: readonly unknown[] = [],
): Statement<Row> {
  return { text, values };
}
