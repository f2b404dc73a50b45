import {
  Box,
  Button,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocaleSwitch } from '../../../kit/components/locale-switch.tsx';
import { Logo } from '../../../kit/components/logo.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { SchemeSwitch } from '../../../kit/components/scheme-switch.tsx';
import { chooseLocale, hasChosenLocale } from '../../../kit/i18n.ts';
import { sessionQuery } from '../../../kit/session.ts';
import { logIn } from './api.ts';
import classes from './login.module.css';

const route = getRouteApi('/login');

/** The front door: a log-in and a password, then back to the page that was asked for. */
export function LoginPage() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('login.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <main className={classes.page}>
      <Group className={classes.corner} gap="xs">
        <LocaleSwitch />
        <SchemeSwitch />
      </Group>
      <section className={classes.brand} aria-hidden="true">
        <Logo size={72} />
        <Text className={classes.motto}>{t('login.motto')}</Text>
        <Text className={classes.mottoMore}>{t('login.mottoMore')}</Text>
      </section>
      <Box className={classes.door}>
        <Paper withBorder p={32} w="100%" maw={400} shadow="sm">
          <Group gap="sm" mb="lg">
            <Logo size={40} />
            <div>
              <Title order={1} fz={22} lh={1.2}>
                {t('app.name')}
              </Title>
              <Text c="dimmed" fz="sm">
                {t('app.tagline')}
              </Text>
            </div>
          </Group>
          <LoginForm />
        </Paper>
      </Box>
    </main>
  );
}

function LoginForm() {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useLogIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate({ login: login.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('login.login')}
          name="login"
          autoComplete="username"
          placeholder="name@company.ru"
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoFocus
          size="md"
        />
        <PasswordInput
          label={t('login.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
        />
        {attempt.isError && <ProblemAlert error={attempt.error} />}
        <Button type="submit" size="md" loading={attempt.isPending} fullWidth>
          {t('login.enter')}
        </Button>
        <Text fz="xs" c="dimmed">
          {t('login.hint')}
        </Text>
      </Stack>
    </form>
  );
}

function useLogIn() {
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: logIn,
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      if (!hasChosenLocale()) await chooseLocale(session.locale);
      router.history.push(next ?? '/');
    },
  });
}
