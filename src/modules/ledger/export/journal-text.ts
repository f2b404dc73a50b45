import { memberWireId } from '#modules/members/core/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type LocalDate } from '#shared/time.ts';
import type { Entry } from '../core/index.ts';
import { pointsText } from '../points-text.ts';

/** A currency as far as a journal knows it. */
export type Commodity = { readonly code: string; readonly divisibility: number };

/** The three places where a member's points are; together they are balance − debt. */
export type Standing = {
  readonly available: number;
  readonly held: number;
  /** What is owed, ≥ 0; stands in the journal with a minus. */
  readonly debt: number;
};

const OPENING = 'equity:opening balances';

/** The state before the first entry. */
export const NOTHING_STANDS: Standing = { available: 0, held: 0, debt: 0 };

/** The state after an entry. */
export function standingAfter(before: Standing, entry: Entry): Standing {
  const held = before.held + entry.heldChange;
  return { available: entry.balanceAfter - held, held, debt: entry.debtAfter };
}

/** Commodities and the words at the top. */
export function journalHead(commodities: readonly Commodity[]): string {
  const lines = commodities.map(({ code, divisibility }) => {
    const sample =
      divisibility === 0 ? '1000.' : pointsText(10 ** (divisibility + 3), divisibility);
    return `commodity ${sample} ${quoted(code)}\n`;
  });
  const title = '; Points of members: one transaction an entry, dated by the day of posting.';
  return `${title}\n${lines.join('')}account ${OPENING}\n\n`;
}

/** What an entry is written with. */
export type Line = {
  readonly date: LocalDate;
  readonly commodity: Commodity;
  readonly before: Standing;
  readonly after: Standing;
};

/** An entry as a transaction. The assertions make the reader check our balances line by line. */
export function entryText(entry: Entry, line: Line): string {
  const { operationId, receiptId, occurredAt, memo, partnerCode, kind, seq } = entry;
  const partner = partnerCode === '' ? '' : ` | ${plain(partnerCode)}`;
  const tags = [
    `operation:${operationId}`,
    ...(receiptId === null ? [] : [`receipt:${receiptId}`]),
    `occurred:${formatInstant(occurredAt)}`,
  ].join(', ');
  const contra = {
    account: contraAccount(entry),
    change: -entry.amount,
  };
  return [
    `${line.date} (${seq}) ${kind}${partner}`,
    `    ; ${tags}`,
    ...(memo === null ? [] : [`    ; memo: ${plain(memo)}`]),
    ...memberPostings(entry.account.memberId, line),
    ...(contra.change === 0 ? [] : [posting(contra.account, contra.change, line.commodity)]),
    '\n',
  ].join('\n');
}

/** Where an account stood when the journal begins. */
export function openingText(memberId: MemberId, line: Line): string {
  const { available, held, debt } = line.after;
  return [
    `${line.date} opening balances`,
    ...memberPostings(memberId, line),
    posting(OPENING, debt - held - available, line.commodity),
    '\n',
  ].join('\n');
}

/** The account directives of a member. */
export function memberDirectives(memberId: MemberId): string {
  const name = `member:${memberWireId(memberId)}`;
  return `account ${name}:available\naccount ${name}:held\naccount ${name}:debt\n\n`;
}

/** The contra account of an entry, with the partner where there is one. */
export function contraAccount({ contraAccount: account, partnerCode }: Entry): string {
  return partnerCode === '' ? plain(account) : `${plain(account)}:${plain(partnerCode)}`;
}

function memberPostings(memberId: MemberId, { before, after, commodity }: Line): string[] {
  const name = `member:${memberWireId(memberId)}`;
  const lines = [
    { place: 'available', change: after.available - before.available, stands: after.available },
    { place: 'held', change: after.held - before.held, stands: after.held },
    { place: 'debt', change: before.debt - after.debt, stands: -after.debt },
  ];
  return lines
    .filter(({ place, change }) => change !== 0 || place === 'available')
    .map(({ place, change, stands }) => {
      const line = posting(`${name}:${place}`, change, commodity);
      return `${line} = ${amount(stands, commodity)}`;
    });
}

function posting(account: string, change: number, commodity: Commodity): string {
  return `    ${account}  ${amount(change, commodity)}`;
}

function amount(points: number, { code, divisibility }: Commodity): string {
  return `${pointsText(points, divisibility)} ${quoted(code)}`;
}

function quoted(code: string): string {
  return `"${code}"`;
}

/** One line, without what would end a name, a description or a comment. */
function plain(text: string): string {
  return text.replaceAll(/[\s;|"]+/g, ' ').trim();
}
