import { bare } from './sql-in-code.ts';

/** A table as its `create table` says. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns of each primary key and unique key, in order. */
  readonly keys: readonly (readonly string[])[];
  readonly hasPrimaryKey: boolean;
  readonly foreignKeys: readonly (readonly string[])[];
  readonly isPartition: boolean;
  readonly definition: string;
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly rest: string;
}

const CREATE_TABLE =
  /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([a-z_.0-9]+)\s*(\(|partition\s+of\b)/gi;
const CONSTRAINT = /^(constraint|primary|unique|foreign|check|exclude|like)\b/i;

/** The tables that a migration creates. */
export function tablesOf(migration: string): readonly Table[] {
  const sql = bare(migration);
  return [...sql.matchAll(CREATE_TABLE)].map((match) => {
    const name = match[1] ?? '';
    if (match[2] !== '(') return partition(name);
    const open = match.index + match[0].length;
    const body = sql.slice(open, closingParenthesis(sql, open));
    return tableOf(name, splitAtCommas(body));
  });
}

function partition(name: string): Table {
  return {
    name,
    columns: [],
    keys: [],
    hasPrimaryKey: true,
    foreignKeys: [],
    isPartition: true,
    definition: '',
  };
}

function tableOf(name: string, parts: readonly string[]): Table {
  const columns = parts.filter((part) => !CONSTRAINT.test(part)).map(columnOf);
  const inline = columns.filter((column) => /\b(primary key|unique)\b/i.test(column.rest));
  const named = parts.flatMap((part) =>
    listAfter(part, /^(?:constraint\s+\w+\s+)?(?:primary key|unique)\s*\(/i),
  );
  return {
    name,
    columns,
    keys: [...inline.map((column) => [column.name]), ...named],
    hasPrimaryKey: parts.some((part) => /\bprimary key\b/i.test(part)),
    foreignKeys: [
      ...columns
        .filter((column) => /\breferences\b/i.test(column.rest))
        .map((column) => [column.name]),
      ...parts.flatMap((part) => listAfter(part, /^(?:constraint\s+\w+\s+)?foreign key\s*\(/i)),
    ],
    isPartition: false,
    definition: parts.join(', '),
  };
}

function columnOf(part: string): Column {
  const [, name = '', type = '', rest = ''] =
    /^(\w+)\s+([a-z0-9_]+(?:\s*\([^)]*\))?(?:\[\])?)\s*([\s\S]*)$/i.exec(part) ?? [];
  return { name, type: type.toLowerCase(), rest };
}

function listAfter(part: string, start: RegExp): (readonly string[])[] {
  const match = start.exec(part);
  if (match === null) return [];
  const list = part.slice(match[0].length).split(')')[0] ?? '';
  return [list.split(',').map((name) => name.trim())];
}

function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function splitAtCommas(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of body) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  return [...parts, part.trim()].filter((text) => text !== '');
}
