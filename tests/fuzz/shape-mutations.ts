import type { Random } from '../../db/seed/random.ts';
import type { Schema } from './document.ts';
import { isSchema } from './document.ts';
import { DAYS, HOSTILE, MOMENTS } from './hostile.ts';
import { type Json, removed, replaced } from './json.ts';
import { type Site, sitesOf } from './sites.ts';

/** A request made wrong, and by what. */
export type Mutant = { readonly how: string; readonly body: Json };

/** Makes one thing (or two) of a good request wrong, where and how the schema suggests. */
export function mutateShape(good: Json, schema: Schema, random: Random): Mutant {
  const first = mutateOnce(good, schema, random);
  return random.chance(15) ? mutateOnce(first.body, schema, random) : first;
}

function mutateOnce(good: Json, schema: Schema, random: Random): Mutant {
  const site = random.pick(sitesOf(good, schema));
  const ways = [hostileValue, edgeValue, missingField, extraField];
  const way = ways[random.weighted([45, 30, 12, 13])] ?? hostileValue;
  return way(good, site, random);
}

function hostileValue(good: Json, site: Site, random: Random): Mutant {
  const how = random.pick(Object.keys(HOSTILE));
  return { how, body: replaced(good, site.path, HOSTILE[how]?.() ?? null) };
}

function missingField(good: Json, site: Site, random: Random): Mutant {
  if (site.path.length === 0) return hostileValue(good, site, random);
  return { how: 'missing', body: removed(good, site.path) };
}

function extraField(good: Json, site: Site, random: Random): Mutant {
  const name = random.pick(EXTRA_NAMES);
  if (typeof site.value !== 'object' || site.value === null || Array.isArray(site.value)) {
    return hostileValue(good, site, random);
  }
  const value = random.pick(['x', 1, null, { a: [1] }]);
  return { how: `extra ${name}`, body: replaced(good, [...site.path, name], value) };
}

const EXTRA_NAMES = [
  'balance',
  '__proto__',
  'constructor',
  'toString',
  'a\u0000b',
  'x\ud800',
  'цена',
  '',
];

/** One step beyond what the schema allows. */
function edgeValue(good: Json, site: Site, random: Random): Mutant {
  const edges = edgesOf(site);
  if (edges.length === 0) return hostileValue(good, site, random);
  const edge = random.pick(edges);
  return { how: edge.how, body: replaced(good, site.path, edge.body) };
}

function edgesOf({ schema, value }: Site): readonly Mutant[] {
  if (typeof value === 'number') return numberEdges(schema);
  if (typeof value === 'string') return textEdges(schema, value);
  if (Array.isArray(value)) return arrayEdges(schema, value);
  return [];
}

function numberEdges(schema: Schema): readonly Mutant[] {
  const { minimum, maximum } = schema;
  return [
    ...(typeof minimum === 'number' ? [{ how: 'below minimum', body: minimum - 1 }] : []),
    ...(typeof maximum === 'number' ? [{ how: 'above maximum', body: maximum + 1 }] : []),
    ...(typeof maximum === 'number' ? [{ how: 'at maximum', body: maximum }] : []),
    { how: 'negative', body: -1000 },
    { how: 'a fraction', body: 1000.000_001 },
  ];
}

function textEdges(schema: Schema, value: string): readonly Mutant[] {
  const { maxLength, pattern, format } = schema;
  const moments = format === 'date-time' ? MOMENTS : [];
  const days = typeof pattern === 'string' && pattern.includes('\\d{4}-') ? DAYS : [];
  return [
    ...(typeof maxLength === 'number'
      ? [{ how: 'too long', body: 'ы'.repeat(maxLength + 1) }]
      : []),
    ...(typeof pattern === 'string' ? [{ how: 'with a space', body: ` ${value}` }] : []),
    ...(typeof pattern === 'string' ? [{ how: 'with a line end', body: `${value}\n` }] : []),
    { how: 'upper case', body: value.toUpperCase() },
    ...[...moments, ...days].map((body) => ({ how: `moment ${body}`, body })),
  ];
}

function arrayEdges(schema: Schema, value: readonly Json[]): readonly Mutant[] {
  const { maxItems } = schema;
  const [first = null] = value;
  const numbered = (count: number): Json[] =>
    Array.from({ length: count }, (_, place) =>
      isSchema(first) && 'lineNo' in first ? { ...first, lineNo: place + 1 } : first,
    );
  return [
    ...(typeof maxItems === 'number' ? [{ how: 'too many', body: numbered(maxItems + 1) }] : []),
    { how: 'the same item twice', body: [...value, first] },
    { how: 'a hole', body: [null, ...value] },
    { how: 'object for array', body: { 0: first, length: 1 } },
  ];
}
