import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = {
  readonly icon: Icon;
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
};

/** Nothing to show: says why and offers the first step. */
export function EmptyState({ icon: Sign, title, hint, action }: Props) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="xs" maw={420}>
        <ThemeIcon size={56} radius="xl" variant="light" color="pine">
          <Sign size={28} stroke={1.5} />
        </ThemeIcon>
        <Text fw={600} fz="lg" ta="center">
          {title}
        </Text>
        <Text c="dimmed" ta="center" fz="sm">
          {hint}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}
