import { parseExpectation } from './parse-expect.ts';
import { parseCancel, parseItemsOrNone, parsePurchase, parseReturn } from './parse-purchase.ts';
import { parseRule } from './parse-rule.ts';
import { ScenarioError } from './scenario-error.ts';
import type { MemberStep, Scenario, ShopStep, Statement, Step } from './steps.ts';
import { dateOf, integerOf } from './values.ts';
import { type Reader, readerOf, wordsOf } from './words.ts';

/** How each kind of line is read; the first word of a line is a key of this table. */
const STATEMENTS: Readonly<Record<string, (reader: Reader) => Step>> = {
  shop: parseShop,
  goods: (reader) => ({
    kind: 'goods',
    name: reader.name('goods'),
    group: (reader.need('in'), reader.name('a group')),
  }),
  member: parseMember,
  rule: parseRule,
  receipt: (reader) => parsePurchase('receipt', reader),
  calculate: (reader) => parsePurchase('calculate', reader),
  confirm: (reader) => ({ kind: 'confirm', items: parseItemsOrNone(reader) }),
  again: (reader) => ({ kind: 'again', items: parseItemsOrNone(reader) }),
  return: parseReturn,
  cancel: parseCancel,
  'switch-on': (reader) => ({ kind: 'switch', title: reader.name('a rule'), isOn: true }),
  'switch-off': (reader) => ({ kind: 'switch', title: reader.name('a rule'), isOn: false }),
  wait: parseWait,
  block: (reader) => ({ kind: 'block', shop: (reader.need('till'), reader.name('a shop')) }),
  expect: (reader) => ({ kind: 'expect', expectation: parseExpectation(reader) }),
};

/**
 * Reads a file of scenarios.
 * @param text what the file holds
 * @param file its name, for messages
 * @throws ScenarioError with file and line at the first thing that cannot be read
 */
export function parseScenarios(text: string, file: string): readonly Scenario[] {
  const scenarios: { title: string; place: Scenario['place']; statements: Statement[] }[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const place = { file, line: index + 1 };
    const reader = readerOf(wordsOf(line, place), place);
    if (reader.isDone()) continue;
    if (reader.accept('scenario') !== undefined) {
      const title = reader.name('the title of the scenario, in quotes');
      reader.end();
      if (scenarios.some((known) => known.title === title)) {
        throw new ScenarioError(place, `expected a new title, "${title}" is taken`);
      }
      scenarios.push({ title, place, statements: [] });
      continue;
    }
    const current = scenarios.at(-1) ?? reader.fail('scenario "…" before anything else');
    current.statements.push({ place, step: parseStep(reader) });
  }
  return scenarios;
}

function parseStep(reader: Reader): Step {
  const keyword = reader.accept(...Object.keys(STATEMENTS));
  const parse = keyword === undefined ? undefined : STATEMENTS[keyword];
  if (parse === undefined) return reader.fail(`one of ${Object.keys(STATEMENTS).join(', ')}`);
  const step = parse(reader);
  reader.end();
  return step;
}

function parseShop(reader: Reader): ShopStep {
  const step = {
    kind: 'shop' as const,
    name: reader.name('the name of the shop'),
    zone: (reader.need('zone'), reader.name('a time zone')),
  };
  const more = { partner: 'gastronom', region: 'RU', format: 'market' };
  while (!reader.isDone()) {
    const word = reader.need('partner', 'region', 'format');
    if (word === 'partner') more.partner = reader.name('a partner');
    else if (word === 'region') more.region = reader.name('a region');
    else more.format = reader.name('a format');
  }
  return { ...step, ...more };
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

function parseMember(reader: Reader): MemberStep {
  const name = reader.name('the name of the member');
  const more: Omit<Mutable<MemberStep>, 'kind' | 'name'> = {
    tier: 'base',
    tags: [],
    born: null,
    registered: null,
    balance: 0,
  };
  while (!reader.isDone()) {
    const word = reader.need('tier', 'tags', 'born', 'registered', 'balance');
    if (word === 'tier') more.tier = reader.name('a tier');
    else if (word === 'tags') more.tags = reader.list('tags, like vip,family');
    else if (word === 'born') more.born = dateOf(reader);
    else if (word === 'registered') more.registered = dateOf(reader);
    else more.balance = integerOf(reader);
  }
  return { kind: 'member', name, ...more };
}

function parseWait(reader: Reader): Step {
  const count = integerOf(reader);
  const minutes = { minutes: 1, hours: 60, days: 1440 }[reader.need('minutes', 'hours', 'days')];
  return { kind: 'wait', minutes: count * (minutes ?? 1) };
}
