import { present } from '#shared/assert.ts';
import { GOODS } from '../../db/seed/goods.ts';
import { DEMO_PASSWORD, STAFF, seedMembers } from '../../db/seed/people.ts';
import { formatRoubles, type TillLine } from './till-line.ts';

export { DEMO_PASSWORD };

/** The log-ins of the demo coalition's staff. */
export const DEMO_LOGINS: readonly string[] = STAFF.map(({ login }) => login);

/** The receipt that `kopilka till send` sends when it is told nothing: the demo's first member. */
export const DEMO_TERMINAL = 'MSK1-01';
export const DEMO_CARD: string = present(seedMembers(1)[0], 'demo member').card;
export const DEMO_LINES: readonly TillLine[] = [
  demoLine('milk-25', 2000),
  demoLine('cheese-ross', 350),
];

/** The command that signs and sends the demo's receipt, ready to run in a checkout. */
export function demoTillCommand(address: string): string {
  const lines = DEMO_LINES.map(
    ({ sku, quantityMilli, priceKopecks }) =>
      `--line ${sku}:${quantityMilli / 1000}:${formatRoubles(priceKopecks)}`,
  );
  const parts = [`--terminal ${DEMO_TERMINAL}`, `--card ${DEMO_CARD}`, ...lines];
  return `npm run --silent kopilka -- till send --url ${address} ${parts.join(' ')}`;
}

function demoLine(sku: string, quantityMilli: number): TillLine {
  const goods = present(
    GOODS.find((one) => one.sku === sku),
    `demo goods ${sku}`,
  );
  return { sku, quantityMilli, priceKopecks: goods.priceKopecks };
}
