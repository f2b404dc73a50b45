import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adjustmentRulesQuery } from '../../../kit/adjustments.ts';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { AdjustBalance } from './adjust-balance.tsx';
import { type AdjustDraft, type Limits, problemsOf, requestOf, startOf } from './adjust-draft.ts';
import { AdjustFields } from './adjust-fields.tsx';
import { usePropose } from './use-propose.tsx';

type Props = {
  readonly memberId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for a change of points by hand. Nothing moves before somebody else approves it. */
export function AdjustDialog({ memberId, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('adjust.title')}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <Loaded memberId={memberId} onClose={onClose} />}
    </Modal>
  );
}

function Loaded({ memberId, onClose }: Pick<Props, 'memberId' | 'onClose'>) {
  const rules = useQuery({ ...adjustmentRulesQuery, refetchOnMount: 'always' });
  if (rules.isPending) return <RowsSkeleton rows={5} />;
  if (rules.isError) {
    return <ProblemAlert error={rules.error} onRetry={() => void rules.refetch()} />;
  }
  return <Form memberId={memberId} rules={rules.data} onClose={onClose} />;
}

type FormProps = Pick<Props, 'memberId' | 'onClose'> & { readonly rules: Limits };

function Form({ memberId, rules, onClose }: FormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<AdjustDraft>(() => startOf(rules));
  const [isTold, setTold] = useState(false);
  const propose = usePropose(memberId, onClose);
  const problems = problemsOf(draft, rules);
  const change = (part: Partial<AdjustDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    const request = requestOf(draft, rules);
    if (request !== undefined) propose.mutate(request);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text fz="sm" c="dimmed">
          {t('adjust.lead')}
        </Text>
        <AdjustFields
          draft={draft}
          rules={rules}
          problems={isTold ? problems : {}}
          onChange={change}
        />
        <AdjustBalance memberId={memberId} draft={draft} rules={rules} />
        {propose.isError && <ProblemAlert error={propose.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={propose.isPending}>
            {t('adjust.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
