import { Button, Center, Container, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link, type NotFoundRouteProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../kit/components/logo.tsx';
import { ProblemAlert } from '../../kit/components/problem-alert.tsx';

/** No such page, or not for this person: says so and leads home. */
export function NotFoundPage({ data }: NotFoundRouteProps) {
  const { t } = useTranslation();
  const isClosed = data === 'no-right';
  useEffect(() => {
    document.title = `404 · ${t('app.name')}`;
  }, [t]);
  return (
    <Center mih="60vh" p="md">
      <Stack align="center" gap="sm">
        <Logo size={64} />
        <Title order={1} fz={28}>
          {t(isClosed ? 'odd.noRight' : 'odd.notFound')}
        </Title>
        <Text c="dimmed" ta="center" maw={420}>
          {t(isClosed ? 'odd.noRightHint' : 'odd.notFoundHint')}
        </Text>
        <Group>
          <Button component={Link} to="/">
            {t('odd.home')}
          </Button>
          <Button variant="default" component={Link} to="/receipts">
            {t('nav.receipts')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}

/** A page broke: the words of the problem, another try, the way home. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Container size="sm" py={64}>
      <Title order={1} fz={26} mb="md">
        {t('odd.crash')}
      </Title>
      <ProblemAlert error={error} onRetry={reset} />
      <Button component={Link} to="/" variant="default" mt="md" onClick={reset}>
        {t('odd.home')}
      </Button>
    </Container>
  );
}

/** The first seconds, while it is not known yet who is here. */
export function PendingPage() {
  const { t } = useTranslation();
  return (
    <Center mih="60vh">
      <Loader aria-label={t('common.loading')} />
    </Center>
  );
}
