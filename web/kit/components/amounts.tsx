import { Text } from '@mantine/core';
import type { Currency } from '#modules/ledger/admin-contract.ts';
import { useFormat } from '../use-format.ts';

const tone = (value: number): string | undefined => (value < 0 ? 'var(--kopilka-loss)' : undefined);

/** Money with its sign and unit; negative is red and has a minus. */
export function Money({ kopecks, sign }: { readonly kopecks: number; readonly sign?: boolean }) {
  const { money } = useFormat();
  return (
    <Text span inherit c={tone(kopecks)} className="figure">
      {money(kopecks, sign)}
    </Text>
  );
}

type PointsProps = {
  readonly points: number;
  readonly divisibility?: number;
  readonly sign?: boolean;
};

/** Points with sign and unit; gains are green, losses red. */
export function PointsAmount({ points, divisibility, sign }: PointsProps) {
  const format = useFormat();
  const gain = sign === true && points > 0 ? 'var(--kopilka-gain)' : undefined;
  return (
    <Text span inherit c={tone(points) ?? gain} className="figure">
      {format.points(points, { divisibility, sign })}
    </Text>
  );
}

type PointsOfProps = {
  readonly points: number;
  readonly currency: Currency;
  readonly sign?: boolean;
};

/** Points in the words of their currency; gains are green, losses red. */
export function PointsOf({ points, currency, sign = false }: PointsOfProps) {
  const format = useFormat();
  const gain = sign && points > 0 ? 'var(--kopilka-gain)' : undefined;
  return (
    <Text span inherit c={tone(points) ?? gain} className="figure">
      {format.pointsOf(points, currency, sign)}
    </Text>
  );
}

/** A dash where there is nothing, so that columns stay quiet. */
export function Nothing() {
  return (
    <Text span inherit c="dimmed" aria-hidden>
      —
    </Text>
  );
}
