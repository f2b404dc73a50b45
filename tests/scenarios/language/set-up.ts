import { randomBytes } from 'node:crypto';
import type { Goods, GoodsGroup, Partner, Store } from '#modules/partners/core/index.ts';
import { putDirectory } from '#modules/partners/index.ts';
import { BUCKETS, mintMemberId, uuidv7 } from '#shared/ids.ts';
import { isZone } from '#shared/time.ts';
import type { Names } from './compile-rule.ts';
import { ScenarioError } from './scenario-error.ts';
import type { StagedShop } from './stage.ts';
import type { Scenario, Statement, Step } from './steps.ts';
import type { World } from './world.ts';

/** Puts the shops and goods that a scenario speaks of into the house; gives the shops by name. */
export async function setUpPlaces(
  world: World,
  scenario: Scenario,
  names: Names,
): Promise<Map<string, StagedShop>> {
  const shops = new Map<string, StagedShop>();
  const partners = new Map<string, Partner>();
  const stores: Store[] = [];
  for (const { step, place } of scenario.statements) {
    if (step.kind !== 'shop') continue;
    if (!isZone(step.zone))
      throw new ScenarioError(place, `expected a time zone, not ${step.zone}`);
    const code = names.store(step.name);
    shops.set(step.name, { code, terminalCode: `${code}-1`, zone: step.zone });
    partners.set(step.partner, { code: step.partner, title: inBoth(step.partner) });
    stores.push({
      id: newId(world),
      code,
      partnerCode: step.partner,
      title: inBoth(step.name),
      city: inBoth(step.name),
      regionCode: step.region,
      formatCode: step.format,
      zone: step.zone,
    });
  }
  const { groups, goods } = goodsOf(scenario, names);
  await putDirectory(world.db, {
    partners: [...partners.values()],
    stores,
    terminals: stores.map((store) => ({
      id: newId(world),
      code: `${store.code}-1`,
      store,
      keyEpoch: 1,
      keyVersion: 1,
      isBlocked: false,
      pseudoMemberId: mintMemberId(randomBytes(5), randomBytes(2).readUInt16BE() % BUCKETS),
    })),
    groups,
    goods,
  });
  await world.app.refresh();
  return shops;
}

/** Goods stand in a group of their own name unless `goods … in …` says otherwise. */
function goodsOf(scenario: Scenario, names: Names): { groups: GoodsGroup[]; goods: Goods[] } {
  const groupByName = new Map<string, string>();
  for (const { step } of scenario.statements) {
    if (step.kind === 'goods') groupByName.set(step.name, step.group);
  }
  for (const name of scenario.statements.flatMap(soldNames)) {
    if (!groupByName.has(name)) groupByName.set(name, name);
  }
  const groups = [...new Set(groupByName.values())];
  return {
    groups: groups.map((name) => ({
      code: names.goods(name),
      parentCode: null,
      title: inBoth(name),
    })),
    goods: [...groupByName].map(([name, group]) => ({
      sku: names.goods(name),
      groupCode: names.goods(group),
      title: inBoth(name),
      priceKopecks: 0,
      isWeighed: false,
    })),
  };
}

function soldNames({ step }: Statement): readonly string[] {
  return itemsOf(step).map((item) => item.name);
}

function itemsOf(step: Step): readonly { readonly name: string }[] {
  switch (step.kind) {
    case 'receipt':
    case 'calculate':
      return step.items;
    case 'confirm':
    case 'again':
      return step.items ?? [];
    default:
      return [];
  }
}

function inBoth(words: string): { readonly ru: string; readonly en: string } {
  return { ru: words, en: words };
}

function newId(world: World): string {
  return uuidv7(world.clock.now(), randomBytes(10));
}
