import { putPromotions } from '#modules/promotions/index.ts';
import { Refusal } from '#shared/refusal.ts';
import { type Place, ScenarioError } from './scenario-error.ts';
import type { Stage } from './stage.ts';

const BY = 'scenario';

/** Makes what the rules say now the law of the tills, when something has changed. */
export async function publishRules(stage: Stage, place: Place): Promise<void> {
  if (!stage.areRulesNew) return;
  const { world, rules } = stage;
  try {
    await putPromotions(world.db, [...rules.values()], { by: BY, now: world.clock.now() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ScenarioError(
      place,
      `the rules are not sound: ${JSON.stringify(error.details)}`,
      error,
    );
  }
  stage.areRulesNew = false;
  await world.app.refresh();
}

/** Switches the scenario's rules off, so that the next one meets none of them. */
export async function withdrawRules({ world, rules }: Stage): Promise<void> {
  if (rules.size === 0) return;
  const off = [...rules.values()].map((rule) => ({ ...rule, isOn: false }));
  await putPromotions(world.db, off, { by: BY, now: world.clock.now() });
  await world.app.refresh();
}
