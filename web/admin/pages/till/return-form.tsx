import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../kit/use-format.ts';
import type { DraftLine } from './draft.ts';
import type { Sale } from './use-till.ts';

type Returned = { readonly lineNo: number; readonly quantityMilli: number };

type Props = {
  readonly sale: Sale;
  readonly isBusy: boolean;
  readonly onReturn: (lines: readonly Returned[]) => void;
  readonly onClose: () => void;
};

/** How much of each line is still with the buyer. */
function remainingOf(sale: Sale, line: DraftLine): number {
  return sale.reversals.reduce((left, { answer }) => {
    const back = answer.lines.find((each) => each.lineNo === line.lineNo);
    return back === undefined ? left : back.remainingMilli;
  }, line.quantityMilli);
}

/** Which lines come back, and how much of each. */
export function ReturnForm({ sale, isBusy, onReturn, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [back, setBack] = useState<ReadonlyMap<number, number>>(new Map());
  const set = (lineNo: number, quantityMilli: number | undefined) => {
    const next = new Map(back);
    if (quantityMilli === undefined) next.delete(lineNo);
    else next.set(lineNo, quantityMilli);
    setBack(next);
  };
  const lines = [...back].map(([lineNo, quantityMilli]) => ({ lineNo, quantityMilli }));
  return (
    <Stack gap="xs" p="md" data-testid="return-form">
      <Text fw={600}>{t('till.returnWhat')}</Text>
      {sale.draft.lines.map((line) => {
        const left = remainingOf(sale, line);
        const title = format.words(line.goods.title);
        return (
          <Group key={line.lineNo} justify="space-between" wrap="nowrap">
            <Checkbox
              label={title}
              disabled={left === 0}
              checked={back.has(line.lineNo)}
              onChange={(event) => set(line.lineNo, event.currentTarget.checked ? left : undefined)}
            />
            <NumberInput
              aria-label={t('till.quantityOf', { title })}
              size="xs"
              w={90}
              disabled={!back.has(line.lineNo)}
              value={(back.get(line.lineNo) ?? left) / 1000}
              min={line.goods.isWeighed ? 0.001 : 1}
              max={left / 1000}
              decimalScale={line.goods.isWeighed ? 3 : 0}
              decimalSeparator={format.locale === 'ru' ? ',' : '.'}
              onChange={(value) => {
                const milli = Math.round(Number(value) * 1000);
                if (milli > 0) set(line.lineNo, Math.min(milli, left));
              }}
            />
          </Group>
        );
      })}
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.back')}
        </Button>
        <Button
          color="clay.7"
          disabled={lines.length === 0}
          loading={isBusy}
          onClick={() => onReturn(lines)}
        >
          {t('till.returnChosen')}
        </Button>
      </Group>
    </Stack>
  );
}
