import { type Facts, NO_FACTS, PLAIN_LINE, PLAIN_MEMBER } from '#modules/promotions/core/index.ts';

/** Facts as they are stored: what says nothing is left out, since every receipt is kept for years. */
export function packFacts(facts: Facts): Readonly<Record<string, unknown>> {
  const { lines, member } = facts;
  return {
    ...without(NO_FACTS, facts),
    lines: lines.map((line) => without(PLAIN_LINE, line)),
    ...(member === null ? {} : { member: without(PLAIN_MEMBER, member) }),
  };
}

/** Facts as they are stored; a field that is left out said nothing. */
type PackedFacts = Omit<Facts, 'member'> & { readonly member?: Facts['member'] };

/** What {@link packFacts} packed, as it was. @param packed parsed JSON of ours */
export function unpackFacts(packed: PackedFacts): Facts {
  const { lines, member = null } = packed;
  return {
    ...NO_FACTS,
    ...packed,
    lines: lines.map((line) => ({ ...PLAIN_LINE, ...line })),
    member: member === null ? null : { ...PLAIN_MEMBER, ...member },
  };
}

/** The fields that differ from the defaults. */
function without(
  defaults: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const field of Object.keys(value)) {
    if (!Object.hasOwn(defaults, field) || !isSame(defaults[field], value[field])) {
      kept[field] = value[field];
    }
  }
  return kept;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (isEmpty(a) && isEmpty(b));
}

/** Lists and records without anything in them; they are told apart by the field that they stand in. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
