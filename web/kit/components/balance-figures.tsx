import { Paper } from '@mantine/core';
import type { Currency } from '#modules/ledger/admin-contract.ts';
import { PointsOf } from './amounts.tsx';
import classes from './balance-figures.module.css';

type Figure = {
  readonly label: string;
  readonly points: number;
  /** What the figure before it becomes. */
  readonly isAfter?: boolean;
};

type Props = {
  readonly figures: readonly Figure[];
  readonly currency: Currency;
  readonly testId: string;
};

/** A few figures of one account in a row; an arrow leads to what will be. */
export function BalanceFigures({ figures, currency, testId }: Props) {
  return (
    <Paper withBorder p="sm" component="dl" className={classes.row} data-testid={testId}>
      {figures.map(({ label, points, isAfter }) => (
        <div key={label} data-after={isAfter}>
          <dt>{label}</dt>
          <dd>
            <PointsOf points={points} currency={currency} />
          </dd>
        </div>
      ))}
    </Paper>
  );
}
