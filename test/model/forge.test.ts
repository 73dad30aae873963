import { expect, test } from 'vitest';
import { forgeByFile, forgeOf, repositoryAt } from '../../src/model/forge.ts';

test.each([
  ['git@github.com:acme/docs.git', 'github.com', 'acme/docs', 'github'],
  ['https://github.com/acme/docs', 'github.com', 'acme/docs', 'github'],
  ['https://GitHub.com/acme/docs.git/', 'github.com', 'acme/docs', 'github'],
  ['ssh://git@ssh.github.com:443/acme/docs.git', 'ssh.github.com', 'acme/docs', 'github'],
  ['git@github-work:acme/docs.git', 'github-work', 'acme/docs', 'github'],
  ['https://acme.ghe.com/team/docs.git', 'acme.ghe.com', 'team/docs', 'github'],
  ['https://gitlab.com/group/sub/docs.git', 'gitlab.com', 'group/sub/docs', 'gitlab'],
  ['https://oauth2:secret@gitlab.acme.dev:8443/a/b.git', 'gitlab.acme.dev', 'a/b', 'gitlab'],
  ['git@bitbucket.org:acme/docs.git', 'bitbucket.org', 'acme/docs', 'bitbucket'],
  ['https://ann@bitbucket.acme.dev/scm/kb/docs.git', 'bitbucket.acme.dev', 'kb/docs', 'bitbucket'],
  ['https://codeberg.org/acme/docs', 'codeberg.org', 'acme/docs', 'other'],
  ['git.acme.dev:docs.git', 'git.acme.dev', 'docs', null],
  ['https://notgithub.com/a/b', 'notgithub.com', 'a/b', null],
  ['git+ssh://git@git.acme.dev/a/b', 'git.acme.dev', 'a/b', null],
])('%s', (address, host, path, forge) => {
  expect(repositoryAt(address)).toEqual({ host, path });
  expect(forgeOf(host)).toBe(forge);
});

test.each(['/srv/git/docs.git', '../docs', 'C:\\work\\docs', 'C:/work/docs', 'file:///srv/docs.git', '', 'origin'])(
  '%j has no host',
  (address) => {
    expect(repositoryAt(address)).toBeNull();
  },
);

test('what starts the pipelines tells the forge, where the host does not', () => {
  expect(forgeByFile(['README.md', '.gitlab-ci.yml', '.github/workflows/a.yml'])).toEqual({
    forge: 'gitlab',
    file: '.gitlab-ci.yml',
  });
  expect(forgeByFile(['bitbucket-pipelines.yml'])?.forge).toBe('bitbucket');
  expect(forgeByFile(['.github/workflows/a.yaml'])?.forge).toBe('github');
  expect(forgeByFile(['.github/dependabot.yml', 'x/.gitlab-ci.yml'])).toBeNull();
});
