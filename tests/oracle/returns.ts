import { evaluateByTheBook } from './evaluate.ts';
import type { FactLine, Facts } from './facts.ts';
import { big, isObject, type Json, type JsonObject, objects, own, text } from './json.ts';
import { down, most, sum } from './numbers.ts';
import type { RuleSet } from './rules.ts';

// Chapter 13 on a decision as it was written: what has come back of every amount, in all.

/** Amounts by what they are: `discount|pa|3`, `points|pa|bonus|3`, `redeemed|bonus|3`, `money|3`, `effect|0`. */
export type Ledger = ReadonlyMap<string, bigint>;

type Recorded = {
  readonly key: string;
  readonly lineNo: number;
  readonly code: string | null;
  readonly amount: bigint;
};

/** Everything that the decision recorded by line. */
function recordedByLine(decision: Json): Recorded[] {
  return objects(own(decision, 'lines')).flatMap((line) => {
    const lineNo = Number(line['lineNo']);
    const one = (key: string, code: string | null, amount: Json | undefined): Recorded => ({
      key: `${key}|${lineNo}`,
      lineNo,
      code,
      amount: big(amount),
    });
    return [
      one('money', null, line['redeemedKopecks']),
      ...objects(line['discounts']).map((it) =>
        one(`discount|${codeOf(it)}`, codeOf(it), it['kopecks']),
      ),
      ...objects(line['accruals']).map((it) =>
        one(`points|${codeOf(it)}|${text(it['currencyCode'])}`, codeOf(it), it['points']),
      ),
      ...objects(line['redeemedPoints']).map((it) =>
        one(`redeemed|${text(it['currencyCode'])}`, null, it['points']),
      ),
    ];
  });
}

function codeOf(record: JsonObject): string {
  return text(record['promotionCode']);
}

/** What is undone when everything comes back: all but what its promotion keeps. */
export function everything(rules: RuleSet, decision: Json): Ledger {
  const undone = recordedByLine(decision).filter(({ code }) => wordOf(rules, code) !== 'keep');
  return new Map([
    ...undone.map(({ key, amount }): [string, bigint] => [key, amount]),
    ...effectsOf(rules, decision).map(({ key, quantity }): [string, bigint] => [key, quantity]),
  ]);
}

/** `keep`, `proportional` or `re-evaluate`. */
function wordOf(rules: RuleSet, code: string | null): string {
  const promotion = rules.promotions.find((one) => one.code === code);
  const said = promotion?.onReturn ?? rules.settings?.onReturn ?? 'proportional';
  return isObject(said) ? text(said['default']) : text(said);
}

type Counted = { readonly key: string; readonly code: string; readonly quantity: bigint };

function effectsOf(rules: RuleSet, decision: Json): Counted[] {
  return objects(own(decision, 'effects')).flatMap((effect, i) => {
    const quantity = effect['quantity'];
    const code = codeOf(effect);
    if (typeof quantity !== 'number' || wordOf(rules, code) === 'keep') return [];
    return [{ key: `effect|${i}`, code, quantity: BigInt(quantity) }];
  });
}

export type Returned = ReadonlyMap<number, bigint>;

type Bought = { readonly rules: RuleSet; readonly facts: Facts; readonly decision: Json };

/** What has come back in all once so many milli of each line have. */
export function cameBack({ rules, facts, decision }: Bought, returned: Returned): Ledger {
  const lines = new Map(facts.lines.map((line) => [line.lineNo, line]));
  const anew = recordedAnew({ rules, facts, decision }, returned);
  const back = new Map<string, bigint>();
  for (const { key, lineNo, code, amount } of recordedByLine(decision)) {
    const word = wordOf(rules, code);
    if (word === 'keep') continue;
    const line = lines.get(lineNo);
    const q = BigInt(line?.quantityMilli ?? 1);
    const r = returned.get(lineNo) ?? 0n;
    const part =
      word === 're-evaluate'
        ? most(0n, amount - (anew.get(key) ?? 0n))
        : amount - down(amount * (q - r), q);
    back.set(key, part);
  }
  for (const { key, code, quantity } of effectsOf(rules, decision)) {
    const all = moneyOf({ decision, lines, code }, null);
    back.set(key, down(quantity * moneyOf({ decision, lines, code }, returned), all));
  }
  return back;
}

/** The rest of the receipt with the same rules, facts and seed. */
function recordedAnew({ rules, facts }: Bought, returned: Returned): Ledger {
  const lines = facts.lines.flatMap((line) => restOf(line, returned.get(line.lineNo) ?? 0n));
  if (lines.length === 0) return new Map();
  const rest = evaluateByTheBook(rules, { ...facts, lines });
  return new Map(recordedByLine(rest).map(({ key, amount }) => [key, amount]));
}

function restOf(line: FactLine, returned: bigint): FactLine[] {
  const q = BigInt(line.quantityMilli);
  if (returned >= q) return [];
  const gross = BigInt(line.grossKopecks);
  const grossKopecks = Number(gross - down(gross * returned, q));
  return [{ ...line, quantityMilli: Number(q - returned), grossKopecks }];
}

type Share = {
  readonly decision: Json;
  readonly lines: ReadonlyMap<number, FactLine>;
  readonly code: string;
};

/** Gross of the lines on which a promotion gave something (of all, when on none), as far as they came back. */
function moneyOf({ decision, lines, code }: Share, returned: Returned | null): bigint {
  const all = recordedByLine(decision);
  const mine = new Set(all.filter((one) => one.code === code).map((one) => one.lineNo));
  const numbers = mine.size > 0 ? [...mine] : [...lines.keys()];
  const money = numbers.map((lineNo) => {
    const line = lines.get(lineNo);
    const gross = BigInt(line?.grossKopecks ?? 0) + 1n;
    if (returned === null) return gross;
    return down(gross * (returned.get(lineNo) ?? 0n), BigInt(line?.quantityMilli ?? 1));
  });
  return sum(money);
}
