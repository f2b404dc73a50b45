import { Group, Text, Timeline } from '@mantine/core';
import { type Icon, IconArrowBackUp, IconCalculator, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetail, ReceiptVersion } from '#modules/receipts/admin-contract.ts';
import { Money, PointsAmount } from '../../../kit/components/amounts.tsx';
import { StoreTime } from '../../../kit/components/moments.tsx';
import { useFormat } from '../../../kit/use-format.ts';

const SIGNS: Readonly<Record<ReceiptVersion['kind'], Icon>> = {
  calculation: IconCalculator,
  confirm: IconCheck,
  void: IconX,
  return: IconArrowBackUp,
  cancel: IconX,
};

type Step = {
  readonly version: ReceiptVersion;
  readonly moneyAfter: number;
  readonly pointsAfter: number;
};

/** Each version with what stood after it: calculations promise, only the rest changes anything. */
function steps(versions: readonly ReceiptVersion[]): readonly Step[] {
  let moneyAfter = 0;
  let pointsAfter = 0;
  return versions.map((version) => {
    if (version.kind !== 'calculation') {
      moneyAfter += version.moneyKopecks;
      pointsAfter += version.accruedPoints - version.redeemedPoints;
    }
    return { version, moneyAfter, pointsAfter };
  });
}

/** The life of a receipt, version by version: what each one changed and what remained. */
export function Versions({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useTranslation();
  const all = steps(receipt.versions);
  const corrections = all.filter(({ version }) => version.versionNo > 1).length;
  return (
    <Timeline active={all.length} bulletSize={26} lineWidth={2} color="pine" data-testid="versions">
      {all.map((step) => {
        const Sign = SIGNS[step.version.kind];
        return (
          <Timeline.Item
            key={step.version.operationId + step.version.kind}
            bullet={<Sign size={14} aria-hidden />}
            color={step.version.moneyKopecks < 0 ? 'clay' : 'pine'}
            title={t(`version.${step.version.kind}`)}
          >
            <VersionBody step={step} receipt={receipt} withRest={corrections > 0} />
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}

type BodyProps = {
  readonly step: Step;
  readonly receipt: ReceiptDetail;
  readonly withRest: boolean;
};

function VersionBody({ step, receipt, withRest }: BodyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { version } = step;
  const isChange = version.kind !== 'calculation';
  const points = version.accruedPoints - version.redeemedPoints;
  return (
    <>
      <Text fz="xs" c="dimmed" component="div">
        <StoreTime local={version.localTime} zone={receipt.zone} at={version.occurredAt} />
        {' · '}
        {version.terminalCode}
        {version.ruleSetVersion !== receipt.ruleSetVersion &&
          ` · ${t('receipt.ruleSet', { version: version.ruleSetVersion })}`}
      </Text>
      <Group gap="md" mt={4} fz="sm">
        <Money kopecks={version.moneyKopecks} sign={isChange} />
        {points !== 0 && <PointsAmount points={points} sign />}
      </Group>
      {version.reason !== null && (
        <Text fz="xs" mt={2}>
          {version.reason}
        </Text>
      )}
      {version.kind === 'return' && (
        <ul style={{ margin: '4px 0 0', paddingInlineStart: 18, fontSize: 13 }}>
          {version.lines.map((line) => (
            <li key={line.lineNo}>
              {titleOf(receipt, line.lineNo, format.words)} × {format.quantity(line.quantityMilli)}{' '}
              <Money kopecks={line.moneyKopecks} sign />
            </li>
          ))}
        </ul>
      )}
      {withRest && isChange && (
        <Text fz="xs" c="dimmed" mt={4}>
          {t('version.after', {
            money: format.money(step.moneyAfter),
            points: format.points(step.pointsAfter, { sign: true }),
          })}
        </Text>
      )}
    </>
  );
}

function titleOf(
  receipt: ReceiptDetail,
  lineNo: number,
  words: (text: ReceiptDetail['storeTitle']) => string,
): string {
  const line = receipt.lines.find((each) => each.lineNo === lineNo);
  return line === undefined ? String(lineNo) : words(line.title);
}
