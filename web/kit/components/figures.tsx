import { Paper, Skeleton, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figures.module.css';

export type Figure = {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: string;
  readonly tone?: 'plain' | 'gain' | 'loss';
};

type Props = { readonly figures: readonly Figure[]; readonly isLoading?: boolean };

/** A strip of totals: the label above, the figure below; the hint explains how it is counted. */
export function Figures({ figures, isLoading = false }: Props) {
  return (
    <Paper withBorder className={classes.strip} component="dl">
      {figures.map((figure) => (
        <div key={figure.label} className={classes.cell}>
          <Tooltip label={figure.hint} disabled={figure.hint === undefined} multiline maw={280}>
            <Text component="dt" fz="xs" c="dimmed" tt="uppercase" fw={600} lts={0.4}>
              {figure.label}
            </Text>
          </Tooltip>
          <dd className={classes.value} data-tone={figure.tone ?? 'plain'}>
            {isLoading ? <Skeleton height={26} width={90} mt={4} /> : figure.value}
          </dd>
        </div>
      ))}
    </Paper>
  );
}
