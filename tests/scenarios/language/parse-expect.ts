import type { Expectation, Measure, VerdictWord } from './steps.ts';
import { integerOf, moneyOf, quantityOf } from './values.ts';
import type { Reader } from './words.ts';

const MONEY_MEASURES: readonly Measure[] = ['discount', 'payable', 'gross', 'refund'];
const POINT_MEASURES: readonly Measure[] = [
  'earned',
  'redeemed',
  'redeemable',
  'taken-back',
  'given-back',
];
const VERDICTS: readonly VerdictWord[] = [
  'applied',
  'limited',
  'skipped',
  'outbid',
  'blocked',
  'waiting',
  'used-up',
  'idle',
];

/** What stands after `expect`. */
export function parseExpectation(reader: Reader): Expectation {
  const measure = [...MONEY_MEASURES, ...POINT_MEASURES].find((one) => reader.accept(one));
  if (measure !== undefined) return parseMeasure(measure, reader);
  const verdict = VERDICTS.find((one) => reader.accept(one));
  if (verdict !== undefined) return parseVerdict(verdict, reader);
  switch (
    reader.accept('balance', 'spendable', 'lots', 'message', 'refused', 'replayed', 'as-calculated')
  ) {
    case 'balance':
      return parseBalance('balance', reader);
    case 'spendable':
      return parseBalance('spendable', reader);
    case 'lots':
      return parseLots(reader);
    case 'message':
      return { kind: 'message', text: reader.name('the text of a message') };
    case 'refused':
      return { kind: 'refused', code: reader.name('the code of a refusal') };
    case 'replayed':
      return { kind: 'replayed' };
    case 'as-calculated':
      return { kind: 'as-calculated' };
    default:
      return reader.fail(
        'earned, discount, payable, redeemed, balance, skipped, outbid, refused … (see README.md)',
      );
  }
}

function parseMeasure(measure: Measure, reader: Reader): Expectation {
  const read = MONEY_MEASURES.includes(measure) ? moneyOf : integerOf;
  const value = read(reader);
  const because: { title: string; value: number }[] = [];
  if (reader.accept('because') !== undefined) {
    while (!reader.isDone()) because.push({ title: reader.name('a rule'), value: read(reader) });
  }
  return { kind: 'measure', measure, value, because };
}

function parseBalance(field: 'balance' | 'spendable', reader: Reader): Expectation {
  const points = reader.acceptMatch(/^([+-]?\d+)$/u);
  const member = points === undefined ? reader.name('a member or a number of points') : null;
  const value = points === undefined ? integerOf(reader) : Number(points[1]);
  const currency = reader.isDone() ? null : reader.name('a currency');
  return { kind: 'balance', field, member, points: value, currency };
}

function parseVerdict(verdict: VerdictWord, reader: Reader): Expectation {
  const title = reader.name('a rule');
  const by = reader.accept('by') === undefined ? null : reader.name('the rule that won');
  const reason = reader.accept('reason') === undefined ? null : reader.name('the code of a reason');
  const distance = reader.accept('short') === undefined ? null : distanceOf(reader);
  return { kind: 'verdict', verdict, title, by, reason, distance };
}

/** `short 100.00 roubles`, `short 20 minutes`, `short 1 pieces`. */
function distanceOf(reader: Reader): { unit: string; value: number } {
  const thousandths = quantityOf(reader);
  switch (reader.need('roubles', 'pieces', 'minutes', 'days', 'receipts')) {
    case 'roubles':
      return { unit: 'kopecks', value: thousandths / 10 };
    case 'pieces':
      return { unit: 'milli', value: thousandths };
    case 'minutes':
      return { unit: 'minutes', value: thousandths / 1000 };
    case 'days':
      return { unit: 'days', value: thousandths / 1000 };
    default:
      return { unit: 'receipts', value: thousandths / 1000 };
  }
}

function parseLots(reader: Reader): Expectation {
  const member = reader.accept('of') === undefined ? null : reader.name('a member');
  const remaining = [integerOf(reader)];
  while (!reader.isDone()) remaining.push(integerOf(reader));
  return { kind: 'lots', member, remaining };
}
