import { Badge, Group, Paper, Text } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberDetail } from '#modules/members/admin-contract.ts';
import { useFormat } from '../../../kit/use-format.ts';

/** What is known about the person; phone, name and card numbers stay masked. */
export function Identity({ member }: { readonly member: MemberDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Paper withBorder p="lg" mt="md">
      <Group gap={40} align="flex-start">
        <Fact label={t('members.since')}>{format.day(member.registeredOn)}</Fact>
        <Fact label={t('member.birthYear')}>{member.birthYear ?? t('member.notTold')}</Fact>
        <Fact label={t('member.cards')}>
          {member.cards.length === 0 && t('member.noCards')}
          {member.cards.map((card) => (
            <Group key={card.number + card.issuedAt} gap={6}>
              <IconCreditCard size={16} aria-hidden />
              <span className="figure">{card.number}</span>
              <Text span fz="xs" c="dimmed">
                {t('member.cardSince', { day: format.dayOf(card.issuedAt) })}
              </Text>
            </Group>
          ))}
        </Fact>
        <Fact label={t('member.tags')}>
          {member.tags.length === 0 ? (
            t('member.noTags')
          ) : (
            <Group gap={6}>
              {member.tags.map((tag) => (
                <Badge key={tag} variant="default" tt="none" fw={500}>
                  {format.code('tag', tag)}
                </Badge>
              ))}
            </Group>
          )}
        </Fact>
      </Group>
    </Paper>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text fz="xs" c="dimmed" mb={2}>
        {label}
      </Text>
      <Text fz="sm" component="div">
        {children}
      </Text>
    </div>
  );
}
