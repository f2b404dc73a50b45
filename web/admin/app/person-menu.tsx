import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../kit/session.ts';
import { logOut } from '../pages/access/api.ts';

/** Who is here, in which roles, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const { session } = useRouteContext({ from: '/office' });
  const leave = useLeave();
  const { name, login, roles } = session.person;
  return (
    <Menu position="bottom-end" width={240} withArrow>
      <Menu.Target>
        <UnstyledButton aria-label={t('app.person', { name })}>
          <Avatar name={name} color="clay" variant="filled" size={34} radius="xl" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)">
            {name}
          </Text>
          <Text fz="xs">{login}</Text>
          <Text fz="xs" mt={4}>
            {roles.map((role) => t(`role.${role}`)).join(', ')}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>
          {t('app.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useLeave() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: logOut,
    // Even when the server did not hear it, the screen must not stay open.
    onSettled: async () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/login', search: {} });
    },
  });
}
