import { randomBytes } from 'node:crypto';
import { Check } from 'typebox/value';
import { BalanceAnswerShape } from '#modules/members/contract.ts';
import { parseMemberWireId } from '#modules/members/core/index.ts';
import type { Balance } from '#modules/receipts/contract.ts';
import { sql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, uuidv7 } from '#shared/ids.ts';
import { checkVerdict } from './check-verdict.ts';
import { costOf, measureOf, partsOf } from './measures.ts';
import { type Place, ScenarioError } from './scenario-error.ts';
import { memberOf, type Outcome, ruleOf, type Stage } from './stage.ts';
import type { Expectation } from './steps.ts';

const MAIN = 'bonus';
const BALANCE = '/pos/v1/members/balance';

type Of<Kind extends Expectation['kind']> = Extract<Expectation, { readonly kind: Kind }>;

/** Compares what a line expects with what the house answered or holds. @throws ScenarioError when they differ */
export async function check(stage: Stage, expected: Expectation, place: Place): Promise<void> {
  if (expected.kind === 'refused') return checkRefusal(stage, expected, place);
  if (expected.kind === 'balance') return checkBalance(stage, expected, place);
  if (expected.kind === 'lots') return checkLots(stage, expected, place);
  const outcome = answered(stage, place);
  switch (expected.kind) {
    case 'measure':
      return checkMeasure(stage, expected, place);
    case 'verdict':
      return checkVerdict(stage, expected, place);
    case 'replayed':
      return same(
        { what: 'a repeat of the stored answer', wanted: true, got: outcome.isReplay },
        place,
      );
    case 'message':
      return checkMessage(outcome, expected.text, place);
    case 'as-calculated':
      return checkPromise(stage, outcome, place);
  }
}

function answered(stage: Stage, place: Place): Exclude<Outcome, { kind: 'refusal' }> {
  const { outcome } = stage;
  if (outcome === null) throw new ScenarioError(place, 'expected a request before this line');
  if (outcome.kind !== 'refusal') return outcome;
  throw new ScenarioError(
    place,
    `expected an answer, got a refusal ${outcome.code}: ${outcome.text}`,
  );
}

function checkRefusal(stage: Stage, { code }: Of<'refused'>, place: Place): void {
  const { outcome } = stage;
  stage.unclaimed = null;
  if (outcome?.kind === 'refusal')
    return same({ what: 'refusal', wanted: code, got: outcome.code }, place);
  throw new ScenarioError(place, `expected a refusal ${code}, got an answer`);
}

function checkMeasure(stage: Stage, expected: Of<'measure'>, place: Place): void {
  const outcome = answered(stage, place);
  const { measure, because } = expected;
  const value = measureOf(outcome, measure);
  if (value === undefined) throw new ScenarioError(place, `this answer has no ${measure}`);
  same({ what: measure, wanted: expected.value, got: value }, place);
  if (because.length === 0) return;
  const wanted = new Map(
    because.map((part) => [ruleOf(stage, part.title, place).code, part.value]),
  );
  const got = partsOf(outcome, measure);
  const titleByCode = new Map([...stage.rules].map(([title, rule]) => [rule.code, title]));
  const words = (parts: ReadonlyMap<string, number>) =>
    [...parts]
      .map(([code, points]) => `"${titleByCode.get(code) ?? code}" ${points}`)
      .sort()
      .join(', ');
  same({ what: `${measure} because`, wanted: words(wanted), got: words(got) }, place);
}

async function checkBalance(stage: Stage, expected: Of<'balance'>, place: Place): Promise<void> {
  const balances =
    expected.member === null
      ? lastBalances(stage, place)
      : await askBalances(stage, expected.member, place);
  const own = balances.find((one) => one.currencyCode === (expected.currency ?? MAIN));
  const field = expected.field === 'balance' ? 'balancePoints' : 'spendablePoints';
  same({ what: expected.field, wanted: expected.points, got: own?.[field] ?? 0 }, place);
}

function lastBalances(stage: Stage, place: Place): readonly Balance[] {
  return answered(stage, place).body.balances;
}

async function askBalances(stage: Stage, name: string, place: Place): Promise<readonly Balance[]> {
  const { card } = memberOf(stage, name, place);
  const { status, body } = await stage.world.send({
    terminalCode: stage.world.officeTerminal,
    path: BALANCE,
    opId: uuidv7(stage.world.clock.now(), randomBytes(10)),
    body: { card },
  });
  if (status === 200 && Check(BalanceAnswerShape, body)) return body.balances;
  throw new ScenarioError(place, `the balance was not told: ${JSON.stringify(body)}`);
}

/** What is left in the member's lots, the first to be spent first. */
async function checkLots(stage: Stage, expected: Of<'lots'>, place: Place): Promise<void> {
  const [first] = stage.members.keys();
  const { memberId } = memberOf(stage, expected.member ?? first ?? '', place);
  const id = present(parseMemberWireId(memberId), 'member id');
  const rows = await stage.world.db.run(sql<{ remaining: number }>`
    select l.remaining from ledger.lot l
    where l.bucket = ${bucketOf(id)} and l.member_id = ${id}
    order by l.expires_at nulls last, l.id`);
  same(
    {
      what: 'lots',
      wanted: expected.remaining.join(' '),
      got: rows.map((row) => row.remaining).join(' '),
    },
    place,
  );
}

function checkMessage(outcome: Outcome, text: string, place: Place): void {
  const messages = outcome.kind === 'purchase' ? outcome.body.messages : [];
  if (messages.some((message) => message.text.ru === text || message.text.en === text)) return;
  const said = messages.map((message) => `"${message.text.ru}"`).join(', ');
  throw new ScenarioError(
    place,
    `expected the message "${text}", got ${said === '' ? 'none' : said}`,
  );
}

function checkPromise(stage: Stage, outcome: Outcome, place: Place): void {
  const { calculation } = stage;
  if (calculation === null || outcome.kind !== 'purchase') {
    throw new ScenarioError(place, 'expected a calculate and a confirm before this line');
  }
  same(
    { what: 'what was calculated', wanted: costOf(calculation.answer), got: costOf(outcome.body) },
    place,
  );
}

type Comparison = { readonly what: string; readonly wanted: unknown; readonly got: unknown };

function same({ what, wanted, got }: Comparison, place: Place): void {
  if (got === wanted) return;
  throw new ScenarioError(place, `expected ${what} ${String(wanted)}, got ${String(got)}`);
}
