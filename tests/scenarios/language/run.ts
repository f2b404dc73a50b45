import { setTerminalBlocked } from '#modules/partners/index.ts';
import { check } from './check.ts';
import { compileRule, type Names } from './compile-rule.ts';
import { enrol } from './enrol.ts';
import { publishRules, withdrawRules } from './publish-rules.ts';
import { type Place, ScenarioError } from './scenario-error.ts';
import { setUpPlaces } from './set-up.ts';
import { ruleOf, type Stage, shopOf } from './stage.ts';
import type { Scenario, Statement } from './steps.ts';
import { again, cancel, confirm, giveBack, purchase } from './till-steps.ts';
import type { World } from './world.ts';

const BEGINNING = '2026-02-01T00:00:00Z';
const MINUTE_MS = 60_000;

/**
 * Plays a scenario line by line.
 * @param no own to the scenario in its world, 1 …
 * @throws ScenarioError naming the line that came out otherwise
 */
export async function runScenario(world: World, scenario: Scenario, no: number): Promise<void> {
  world.clock.set(BEGINNING);
  const stage = await openStage(world, scenario, no);
  try {
    for (const statement of scenario.statements) await playStatement(stage, statement);
    refuseUnclaimed(stage);
  } finally {
    await withdrawRules(stage);
  }
}

async function openStage(world: World, scenario: Scenario, no: number): Promise<Stage> {
  const prefix = `s${no}`;
  const names = namesOf(scenario, prefix);
  return {
    world,
    prefix,
    names,
    shops: await setUpPlaces(world, scenario, names),
    members: new Map(),
    rules: new Map(),
    areRulesNew: false,
    soldByLabel: new Map(),
    sold: null,
    request: null,
    outcome: null,
    unclaimed: null,
    calculation: null,
    receipts: 0,
  };
}

async function playStatement(stage: Stage, { step, place }: Statement): Promise<void> {
  if (step.kind === 'expect') return check(stage, step.expectation, place);
  refuseUnclaimed(stage);
  switch (step.kind) {
    case 'shop':
    case 'goods':
      return;
    case 'member': {
      const serial = `${stage.prefix.slice(1)}${String(stage.members.size).padStart(3, '0')}`;
      stage.members.set(step.name, await enrol(stage.world, step, serial));
      return;
    }
    case 'rule': {
      if (stage.rules.has(step.title)) throw new ScenarioError(place, 'expected a new title');
      const code = `${stage.prefix}-r${stage.rules.size + 1}`;
      return changeRule(stage, step.title, compileRule(step, code, stage.names));
    }
    case 'switch':
      return changeRule(stage, step.title, {
        ...ruleOf(stage, step.title, place),
        isOn: step.isOn,
      });
    case 'wait':
      return stage.world.clock.advance(step.minutes * MINUTE_MS);
    case 'block':
      return block(stage, step.shop, place);
    default:
      await publishRules(stage, place);
      return playTill(stage, step, place);
  }
}

type TillStep = Extract<
  Statement['step'],
  { readonly kind: 'receipt' | 'calculate' | 'confirm' | 'again' | 'return' | 'cancel' }
>;

async function playTill(stage: Stage, step: TillStep, place: Place): Promise<void> {
  switch (step.kind) {
    case 'receipt':
    case 'calculate':
      return purchase(stage, step, place);
    case 'confirm':
      return confirm(stage, step.items, place);
    case 'again':
      return again(stage, step.items, place);
    case 'return':
      return giveBack(stage, step, place);
    case 'cancel':
      return cancel(stage, step, place);
  }
}

function changeRule(stage: Stage, title: string, rule: ReturnType<typeof compileRule>): void {
  stage.rules.set(title, rule);
  stage.areRulesNew = true;
}

async function block(stage: Stage, shop: string, place: Place): Promise<void> {
  await setTerminalBlocked(stage.world.db, shopOf(stage, shop, place).terminalCode, true);
  await stage.world.app.refresh();
}

/** A refusal that nobody expected ends the scenario at the line that was refused. */
function refuseUnclaimed({ unclaimed, outcome }: Stage): void {
  if (unclaimed === null || outcome?.kind !== 'refusal') return;
  throw new ScenarioError(unclaimed, `refused: ${outcome.code} (${outcome.text})`);
}

/** Codes are made of the prefix and the place of a name in the scenario: names may be in any script. */
function namesOf(scenario: Scenario, prefix: string): Names {
  const numberOf = (known: Map<string, number>, name: string): number => {
    const number = known.get(name) ?? known.size + 1;
    known.set(name, number);
    return number;
  };
  const [stores, goods, groups] = [new Map(), new Map(), new Map()];
  for (const { step } of scenario.statements) if (step.kind === 'shop') numberOf(stores, step.name);
  return {
    store: (name) => `${prefix.toUpperCase()}-${numberOf(stores, name)}`,
    goods: (name) => `${prefix}.g${numberOf(goods, name)}`,
    group: (name) => `${prefix}-g${numberOf(groups, name)}`,
  };
}
