import { Badge, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetail } from '#modules/receipts/admin-contract.ts';
import { Money, Nothing, PointsAmount } from '../../../kit/components/amounts.tsx';
import { useFormat } from '../../../kit/use-format.ts';

type Line = ReceiptDetail['lines'][number];
/** Columns that would hold nothing but dashes are not shown. */
type Columns = { readonly discount: boolean; readonly redeemed: boolean };
type Titles = ReadonlyMap<string, { readonly ru: string; readonly en: string }>;

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

/** The lines of a receipt with what each got from which promotion. */
export function ReceiptLines({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useTranslation();
  const titles: Titles = new Map([
    ...receipt.discounts.map((each) => [each.promotionCode, each.title] as const),
    ...receipt.accruals.map((each) => [each.promotionCode, each.title] as const),
  ]);
  const columns: Columns = {
    discount: receipt.discountKopecks > 0,
    redeemed: receipt.redeemedKopecks > 0,
  };
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('receipt.goods')}</Table.Th>
            <Table.Th data-number>{t('receipt.quantity')}</Table.Th>
            <Table.Th data-number>{t('receipt.gross')}</Table.Th>
            {columns.discount && <Table.Th data-number>{t('receipts.discount')}</Table.Th>}
            {columns.redeemed && <Table.Th data-number>{t('receipt.byPoints')}</Table.Th>}
            <Table.Th data-number>{t('receipts.paid')}</Table.Th>
            <Table.Th data-number>{t('receipts.pointsEarned')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {receipt.lines.map((line) => (
            <LineRow key={line.lineNo} line={line} titles={titles} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type RowProps = { readonly line: Line; readonly titles: Titles; readonly columns: Columns };

function LineRow({ line, titles, columns }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const earned = sum(line.accruals.map((each) => each.points));
  return (
    <Table.Tr>
      <Table.Td miw={160}>
        <Text fz="sm" fw={550}>
          {format.words(line.title)}
        </Text>
        <LineGifts line={line} titles={titles} />
        {line.returnedMilli > 0 && (
          <Badge color="clay" variant="light" tt="none" size="sm" mt={4}>
            {t('receipt.cameBack', { quantity: format.quantity(line.returnedMilli) })}
          </Badge>
        )}
      </Table.Td>
      <Table.Td data-number>
        {format.quantity(line.quantityMilli)}
        <Text fz="xs" c="dimmed">
          × {format.money(line.priceKopecks)}
        </Text>
      </Table.Td>
      <Table.Td data-number>
        <Money kopecks={line.grossKopecks} />
      </Table.Td>
      {columns.discount && (
        <Table.Td data-number>
          {line.discountKopecks > 0 ? <Money kopecks={-line.discountKopecks} /> : <Nothing />}
        </Table.Td>
      )}
      {columns.redeemed && (
        <Table.Td data-number>
          {line.redeemedKopecks > 0 ? <Money kopecks={-line.redeemedKopecks} /> : <Nothing />}
        </Table.Td>
      )}
      <Table.Td data-number fw={600}>
        <Money kopecks={line.payableKopecks} />
      </Table.Td>
      <Table.Td data-number>
        {earned > 0 ? <PointsAmount points={earned} sign /> : <Nothing />}
      </Table.Td>
    </Table.Tr>
  );
}

function LineGifts({ line, titles }: { readonly line: Line; readonly titles: Titles }) {
  const format = useFormat();
  const name = (code: string): string => {
    const title = titles.get(code);
    return title === undefined ? code : format.words(title);
  };
  return (
    <Stack gap={1} mt={3}>
      {line.discounts.map((each) => (
        <Text key={`d-${each.promotionCode}`} fz="xs" c="dimmed">
          {name(each.promotionCode)}: {format.money(-each.kopecks)}
        </Text>
      ))}
      {line.accruals.map((each) => (
        <Text key={`a-${each.promotionCode}-${each.currencyCode}`} fz="xs" c="dimmed">
          {name(each.promotionCode)}: {format.points(each.points, { sign: true })}
        </Text>
      ))}
    </Stack>
  );
}
