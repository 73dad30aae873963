import { expect, it } from 'vitest';
import { openerEnvironment } from '../../src/use-cases/preview/open-address.ts';

it('the program that opens the preview is given the screen and no token', () => {
  const env = {
    ...{ DISPLAY: ':0', PATH: '/repo/node_modules/.bin:/repo/bin:.:/usr/bin', INTERCOM_ACCESS_TOKEN: 'secret' },
    ...{ GITHUB_TOKEN: 'secret', NODE_AUTH_TOKEN: 'secret', MY_OWN: 'secret' },
  };
  expect(openerEnvironment(env, '/repo')).toEqual({ DISPLAY: ':0', PATH: '/usr/bin' });
});
